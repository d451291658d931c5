### set-union
SELECT city FROM people UNION SELECT region FROM sales

### set-union-all
SELECT id, name FROM people WHERE id < 5 UNION ALL SELECT id, product FROM sales WHERE id < 5

### set-union-by-name
SELECT id, name FROM people UNION ALL BY NAME SELECT product AS name, id, price FROM sales

### set-intersect-except
SELECT person_id FROM sales INTERSECT SELECT id FROM people EXCEPT SELECT manager_id FROM people

### set-intersect-all-except-all
(SELECT quantity FROM sales INTERSECT ALL SELECT id FROM people) UNION ALL (SELECT quantity FROM sales EXCEPT ALL SELECT src FROM edges)

### set-order-by-and-limit [ordered]
SELECT id, name AS label FROM people UNION SELECT id, product FROM sales ORDER BY label NULLS LAST, id DESC LIMIT 10

### set-order-by-ordinal [ordered]
SELECT id FROM people UNION ALL SELECT id FROM sales ORDER BY 1 DESC LIMIT 7 OFFSET 3

### set-nested-parentheses
(SELECT id FROM people WHERE id < 4 UNION SELECT id FROM sales WHERE id BETWEEN 3 AND 6) EXCEPT (SELECT 5 UNION ALL SELECT 1)

### set-branches-with-own-order
(SELECT id FROM people ORDER BY id DESC LIMIT 2) UNION ALL (SELECT id FROM sales ORDER BY price DESC, id LIMIT 2)

### set-in-subquery
SELECT count(*) AS n FROM (SELECT id FROM people UNION ALL SELECT id FROM sales) u

### set-three-way-with-types
SELECT 1 AS v UNION ALL SELECT 2.5 UNION ALL SELECT id FROM people WHERE id < 3

### set-with-aggregates
SELECT 'people' AS t, count(*) AS n FROM people UNION ALL SELECT 'sales', count(*) FROM sales UNION ALL SELECT 'nothing', count(*) FROM nothing
