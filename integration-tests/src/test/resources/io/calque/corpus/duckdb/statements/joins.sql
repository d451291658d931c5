### join-inner-on
SELECT p.id, p.name, s.id AS sale, s.price FROM people p JOIN sales s ON p.id = s.person_id

### join-left-right-full
SELECT p.id AS p, s.id AS s FROM people p LEFT JOIN sales s ON p.id = s.person_id AND s.price > 20

### join-right-outer
SELECT p.id AS p, s.id AS s FROM people p RIGHT OUTER JOIN sales s ON p.id = s.person_id AND p.active

### join-full-outer
SELECT p.id AS p, s.id AS s FROM people p FULL OUTER JOIN sales s ON p.id = s.person_id AND s.region = 'north'

### join-using-column
SELECT id, name, product FROM people JOIN sales USING (id)

### join-using-left-merged-column
SELECT id, p.name, d.title FROM people p LEFT JOIN documents d USING (id)

### join-using-full-merged-column
SELECT id, q1 FROM (SELECT id FROM people WHERE id < 5) a FULL JOIN (SELECT q1 AS id, q1 FROM budgets) b USING (id)

### join-using-two-columns
SELECT a.sensor, seq, a.value, b.reading FROM measurements a JOIN measurements b USING (sensor, seq)

### join-natural
SELECT id, title, name FROM documents NATURAL JOIN people

### join-natural-left
SELECT * FROM edges NATURAL LEFT JOIN (SELECT src, weight AS w2 FROM edges WHERE weight = 1)

### join-cross-and-comma
SELECT b.department, e.src FROM budgets b CROSS JOIN edges e WHERE e.dst = 4

### join-comma-with-where
SELECT p.name, s.product, e.kind FROM people p, sales s, events e WHERE p.id = s.person_id AND e.person_id = p.id AND s.price > 35

### join-self
SELECT e.id, m.name AS manager FROM people e LEFT JOIN people m ON e.manager_id = m.id

### join-non-equi
SELECT a.id, b.id AS other FROM documents a JOIN documents b ON a.words < b.words AND a.id + 10 > b.id

### join-on-true-and-expression
SELECT count(*) AS n FROM budgets b JOIN edges e ON true LEFT JOIN documents d ON lower(d.title) = b.department

### join-or-condition
SELECT p.id, d.id AS doc FROM people p JOIN documents d ON p.id = d.author_id OR p.manager_id = d.id

### join-semi-anti
SELECT id, name FROM people SEMI JOIN sales ON people.id = sales.person_id AND sales.price > 30

### join-anti
SELECT id FROM people p ANTI JOIN sales s ON p.id = s.person_id

### join-semi-using
SELECT id, title FROM documents SEMI JOIN people USING (id)

### join-asof
SELECT e.id, m.seq, m.value FROM events e ASOF JOIN measurements m ON m.sensor = 's1' AND e.started >= m.taken_at

### join-asof-left
SELECT s.id, e.id AS e FROM sales s ASOF LEFT JOIN events e ON s.person_id = e.person_id AND s.sold_at <= e.started

### join-positional
SELECT a.n, b.m FROM (SELECT unnest([1, 2, 3]) AS n) a POSITIONAL JOIN (SELECT unnest(['x', 'y']) AS m) b

### join-four-tables [ordered]
SELECT p.country, count(DISTINCT s.id) AS sales, count(DISTINCT e.id) AS events, count(DISTINCT d.id) AS docs FROM people p LEFT JOIN sales s ON s.person_id = p.id LEFT JOIN events e ON e.person_id = p.id LEFT JOIN documents d ON d.author_id = p.id GROUP BY p.country ORDER BY p.country

### join-parenthesised
SELECT p.id, s.id AS s, d.id AS d FROM people p LEFT JOIN (sales s JOIN documents d ON s.id = d.id) ON p.id = s.person_id

### join-with-subquery-and-group
SELECT p.name, t.n FROM people p JOIN (SELECT person_id, count(*) AS n FROM sales GROUP BY person_id) t ON t.person_id = p.id

### join-nested-on-order
SELECT p.id, s.id AS s, e.id AS e FROM people p JOIN sales s JOIN events e ON e.person_id = s.person_id ON p.id = s.person_id WHERE p.id < 10

### join-qualified-by-entity-name
SELECT people.id, sales.product FROM people JOIN sales ON people.id = sales.person_id

### join-star-of-both
SELECT * FROM budgets JOIN edges ON budgets."Head Count" = edges.weight

### join-empty-side
SELECT p.id, n.label FROM people p LEFT JOIN nothing n ON n.id = p.id
