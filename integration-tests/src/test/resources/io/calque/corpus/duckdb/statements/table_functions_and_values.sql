### tf-range-and-generate-series
SELECT r.range AS a, g.generate_series AS b FROM range(3) r, generate_series(1, 2) g

### tf-range-with-step-and-alias
SELECT i FROM range(10, 0, -3) AS t(i)

### tf-generate-series-of-dates
SELECT d::DATE AS day, count(s.id) AS n FROM generate_series(DATE '2023-01-01', DATE '2023-01-31', INTERVAL 1 DAY) AS t(d) LEFT JOIN sales s ON s.date = t.d::DATE GROUP BY d

### tf-unnest-from
SELECT x FROM unnest([3, 1, 2]) AS t(x)

### tf-unnest-struct-list
SELECT u.a, u.b FROM (SELECT unnest([{'a': 1, 'b': 'x'}, {'a': 2, 'b': 'y'}]) AS u)

### tf-unnest-max-depth
SELECT unnest([[1, 2], [3]], max_depth := 2) AS n

### tf-unnest-with-ordinality
SELECT x, o FROM unnest(['a', 'b', 'c']) WITH ORDINALITY AS t(x, o)

### tf-repeat
SELECT * FROM repeat('x', 3) AS t(v)

### tf-values-in-from
SELECT a, b FROM (VALUES (1, 'x'), (2, 'y'), (NULL, 'z')) AS t(a, b)

### tf-values-statement
VALUES (1, 'a'), (2, 'b')

### tf-values-join-entity
SELECT s.id, v.label FROM sales s JOIN (VALUES ('north', 'N'), ('south', 'S')) v(region, label) ON v.region = s.region

### tf-values-in-in
SELECT id FROM people WHERE country IN (VALUES ('NO'), ('TR'))

### tf-table-statement
TABLE edges

### tf-json-each-literal
SELECT key, value FROM json_each('{"a": 1, "b": [2]}')

### tf-range-of-timestamps
SELECT count(*) AS n FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-02', INTERVAL 1 HOUR)
