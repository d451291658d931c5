### star-plain
SELECT * FROM sales

### star-every-entity-people
SELECT * FROM people

### star-every-entity-events
SELECT * FROM events

### star-every-entity-measurements
SELECT * FROM measurements

### star-every-entity-documents
SELECT * FROM documents

### star-qualified
SELECT p.*, s.price FROM people p JOIN sales s ON p.id = s.person_id

### star-exclude
SELECT * EXCLUDE (payload, duration) FROM events

### star-exclude-single
SELECT * EXCLUDE payload FROM events

### star-qualified-exclude
SELECT e.* EXCLUDE (payload), 1 AS one FROM events e

### star-replace
SELECT * REPLACE (upper(product) AS product, price * 2 AS price) FROM sales

### star-rename
SELECT * RENAME (id AS sale_id, year AS y) FROM sales

### star-exclude-and-replace
SELECT * EXCLUDE (region) REPLACE (quantity + 1 AS quantity) FROM sales

### star-with-expression
SELECT *, price * quantity AS amount, id FROM sales

### star-columns-all
SELECT COLUMNS(*) FROM edges

### star-columns-regex
SELECT COLUMNS('q[1-4]') FROM budgets

### star-columns-expression
SELECT department, COLUMNS('q.') * 2 FROM budgets

### star-columns-lambda
SELECT COLUMNS(LAMBDA c: c LIKE 'q%') FROM budgets

### star-columns-list
SELECT COLUMNS(['src', 'dst']) FROM edges

### star-columns-aggregate
SELECT min(COLUMNS(* EXCLUDE (department, "order", "Group"))) FROM budgets

### star-columns-in-where
SELECT src, dst FROM edges WHERE COLUMNS(*) > 1

### star-columns-replace
SELECT COLUMNS(* REPLACE (weight + 1 AS weight)) FROM edges

### star-columns-unpacked
SELECT department, coalesce(*COLUMNS('q.')) AS first FROM budgets

### star-like
SELECT * LIKE 'q%' FROM budgets

### star-similar-to
SELECT * SIMILAR TO 'q[12]' FROM budgets

### star-in-count-of-subquery
SELECT count(*) AS n FROM (SELECT p.*, s.* FROM people p, sales s WHERE p.id = s.id)

### star-over-join-using
SELECT * FROM documents JOIN (SELECT id, name FROM people) USING (id)

### star-over-cte
WITH t AS (SELECT id, name AS n FROM people) SELECT * FROM t

### star-over-subquery-with-expressions
SELECT * FROM (SELECT id, upper(name) AS up FROM people) WHERE up IS NOT NULL
