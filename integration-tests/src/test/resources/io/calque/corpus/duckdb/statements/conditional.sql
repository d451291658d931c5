### cond-case-searched
SELECT id, CASE WHEN quantity > 8 THEN 'many' WHEN quantity > 3 THEN 'some' WHEN quantity IS NULL THEN 'unknown' ELSE 'few' END AS q FROM sales

### cond-case-simple
SELECT id, CASE region WHEN 'north' THEN 1 WHEN 'south' THEN 2 END AS r FROM sales

### cond-case-in-where-and-group
SELECT CASE WHEN price > 20 THEN 'high' ELSE 'low' END AS band, count(*) AS n FROM sales WHERE CASE WHEN id % 2 = 0 THEN true ELSE quantity > 5 END GROUP BY band

### cond-coalesce-nullif
SELECT id, coalesce(region, 'none') AS a, nullif(region, 'north') AS b, ifnull(quantity, 0) AS c, coalesce(NULL, quantity, person_id, -1) AS d FROM sales

### cond-if-function
SELECT id, if(quantity > 5, 'big', 'small') AS a FROM sales

### cond-is-null-forms
SELECT id FROM sales WHERE region IS NULL OR quantity IS NOT NULL AND person_id ISNULL OR discount NOTNULL AND id < 5

### cond-is-distinct-from
SELECT id, region IS DISTINCT FROM 'north' AS a, quantity IS NOT DISTINCT FROM NULL AS b FROM sales

### cond-boolean-tests
SELECT id, active IS TRUE AS a, active IS NOT TRUE AS b, active IS FALSE AS c, active IS UNKNOWN AS d, NOT active AS e, active AND id > 5 AS f, active OR id > 5 AS g FROM people

### cond-bare-boolean-where
SELECT id FROM people WHERE active AND NOT id % 2 = 0

### cond-row-comparison
SELECT id FROM sales WHERE (year, quantity) > (2023, 5)

### cond-row-in
SELECT id FROM sales WHERE (category, region) IN (('fruit', 'north'), ('dry', 'east'))

### cond-any-all
SELECT id FROM sales WHERE quantity > ALL (SELECT weight FROM edges) OR quantity = ANY (SELECT src FROM edges WHERE src > 6)

### cond-any-list
SELECT id FROM people WHERE 'red' = ANY (tags)

### cond-in-list-expression
SELECT id FROM people WHERE 'red' IN tags

### cond-nested-case
SELECT id, CASE WHEN active THEN CASE WHEN salary > 2000 THEN 'a' ELSE 'b' END ELSE CASE id % 3 WHEN 0 THEN 'c' ELSE 'd' END END AS k FROM people

### cond-three-valued-logic
SELECT count(*) FILTER (WHERE active) AS t, count(*) FILTER (WHERE NOT active) AS f, count(*) FILTER (WHERE active IS NULL) AS n FROM people

### cond-try-expression
SELECT id, TRY(title::INTEGER) AS t FROM documents

### cond-error-not-reached
SELECT id, CASE WHEN id < 0 THEN error('never') ELSE 'ok' END AS e FROM people

### cond-constant-or-null
SELECT id, constant_or_null(1, region) AS c FROM sales
