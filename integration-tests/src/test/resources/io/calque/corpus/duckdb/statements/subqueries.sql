### sub-scalar-in-select
SELECT id, (SELECT count(*) FROM sales s WHERE s.person_id = p.id) AS n FROM people p

### sub-scalar-uncorrelated
SELECT id, price - (SELECT avg(price) FROM sales) AS d FROM sales

### sub-exists-and-not-exists
SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM sales s WHERE s.person_id = p.id AND s.price > 30) AND NOT EXISTS (SELECT * FROM events e WHERE e.person_id = p.id AND e.kind = 'buy')

### sub-in
SELECT id, name FROM people WHERE id IN (SELECT person_id FROM sales WHERE region = 'north')

### sub-not-in-with-null
SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM sales)

### sub-not-in-without-null
SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM sales WHERE person_id IS NOT NULL)

### sub-row-in
SELECT id FROM sales WHERE (region, price) IN (SELECT region, max(price) FROM sales GROUP BY region)

### sub-correlated-in-where
SELECT id FROM sales s WHERE price > (SELECT avg(price) FROM sales t WHERE t.region = s.region)

### sub-correlated-two-levels
SELECT p.id FROM people p WHERE (SELECT count(*) FROM sales s WHERE s.person_id = p.id AND s.price > (SELECT avg(t.price) FROM sales t WHERE t.person_id = p.id)) > 1

### sub-correlated-unqualified
SELECT name, (SELECT max(started) FROM events WHERE person_id = people.id) AS latest FROM people

### sub-in-from
SELECT region, total FROM (SELECT region, sum(price) AS total FROM sales GROUP BY region) AS t WHERE total > 700

### sub-in-from-column-aliases
SELECT r, t FROM (SELECT region, sum(price) FROM sales GROUP BY region) AS x (r, t)

### sub-in-from-without-alias
SELECT max(n) AS m FROM (SELECT person_id, count(*) AS n FROM sales GROUP BY person_id)

### sub-in-having
SELECT region, sum(price) AS s FROM sales GROUP BY region HAVING sum(price) > (SELECT sum(price) / 6 FROM sales)

### sub-in-order-by [ordered]
SELECT id FROM people ORDER BY (SELECT count(*) FROM sales WHERE person_id = people.id) DESC, id

### sub-in-case
SELECT id, CASE WHEN id IN (SELECT manager_id FROM people) THEN 'manager' ELSE 'staff' END AS role FROM people

### sub-in-limit [ordered]
SELECT id FROM people ORDER BY id LIMIT (SELECT count(*) // 10 FROM people)

### sub-in-join-condition
SELECT p.id, s.id AS sale FROM people p JOIN sales s ON s.person_id = p.id AND s.price > (SELECT avg(price) FROM sales)

### sub-array-subquery
SELECT id, ARRAY(SELECT s.id FROM sales s WHERE s.person_id = p.id ORDER BY s.id) AS sales FROM people p

### sub-quantified
SELECT id FROM sales WHERE price >= ALL (SELECT price FROM sales WHERE price IS NOT NULL) OR price < ANY (SELECT q1 / 20 FROM budgets)

### sub-nested-three-deep
SELECT a FROM (SELECT b AS a FROM (SELECT c AS b FROM (SELECT id AS c FROM people WHERE id < 9)))

### sub-same-entity-inside-and-outside
SELECT p.id, (SELECT q.name FROM people q WHERE q.id = p.manager_id) AS boss FROM people p

### sub-star-inside
SELECT t.id, t.price FROM (SELECT * FROM sales WHERE quantity > 10) t

### sub-select-without-from
SELECT 1 AS one, 'x' AS x, (SELECT count(*) FROM people) AS n
