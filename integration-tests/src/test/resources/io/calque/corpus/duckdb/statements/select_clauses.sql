### sel-distinct
SELECT DISTINCT country, active FROM people

### sel-distinct-on [ordered]
SELECT DISTINCT ON (country) country, id, name FROM people ORDER BY country, id DESC

### sel-distinct-on-expression [ordered]
SELECT DISTINCT ON (year(date), region) id, date, region FROM sales ORDER BY year(date), region, price DESC, id

### sel-order-by-nulls [ordered]
SELECT id, quantity FROM sales ORDER BY quantity DESC NULLS LAST, id ASC NULLS FIRST

### sel-order-by-default-nulls [ordered]
SELECT id, region FROM sales ORDER BY region, id

### sel-order-by-desc-default-nulls [ordered]
SELECT id, region FROM sales ORDER BY region DESC, id

### sel-order-by-expression-and-hidden [ordered]
SELECT name FROM people ORDER BY id % 5, -id

### sel-order-by-alias-and-ordinal [ordered]
SELECT id, price * quantity AS amount FROM sales ORDER BY amount DESC, 1

### sel-order-by-alias-in-expression [ordered]
SELECT id, price * 2 AS twice FROM sales ORDER BY -twice, id

### sel-order-by-all [ordered]
SELECT region, year, quantity FROM sales ORDER BY ALL

### sel-order-by-all-desc [ordered]
SELECT department, q1 FROM budgets ORDER BY ALL DESC NULLS LAST

### sel-limit-offset [ordered]
SELECT id FROM people ORDER BY id LIMIT 5 OFFSET 10

### sel-offset-before-limit [ordered]
SELECT id FROM people ORDER BY id OFFSET 10 LIMIT 5

### sel-limit-percent [ordered]
SELECT id FROM people ORDER BY id LIMIT 10%

### sel-limit-expression [ordered]
SELECT id FROM people ORDER BY id LIMIT 2 + 3

### sel-fetch-first [ordered]
SELECT id FROM people ORDER BY id FETCH FIRST 3 ROWS ONLY

### sel-offset-fetch [ordered]
SELECT id FROM people ORDER BY id OFFSET 4 ROWS FETCH NEXT 2 ROWS ONLY

### sel-limit-all [ordered]
SELECT src, dst FROM edges ORDER BY ALL LIMIT ALL

### sel-limit-zero
SELECT id, name FROM people LIMIT 0

### sel-from-first
FROM people SELECT id, name WHERE id < 5

### sel-from-only
FROM edges

### sel-where-without-from-table
SELECT 42 AS answer WHERE 1 = 1

### sel-alias-reused-in-select-and-where
SELECT price * quantity AS amount, amount * 2 AS twice FROM sales WHERE amount > 100

### sel-alias-without-as
SELECT id identifier, name AS n, p.city c FROM people p

### sel-alias-prefix-colon
SELECT twice: id * 2, n: name FROM p: people

### sel-alias-as-string
SELECT id AS "My Id", name AS 'the name' FROM people

### sel-table-alias-with-columns
SELECT a, b, c FROM edges AS e(a, b, c)

### sel-trailing-comma
SELECT id, name, FROM people

### sel-trailing-semicolon
SELECT id FROM people;

### sel-group-by-having-qualify-order [ordered]
SELECT region, year, sum(price) AS s FROM sales WHERE quantity > 1 GROUP BY region, year HAVING count(*) > 5 QUALIFY rank() OVER (PARTITION BY region ORDER BY s DESC) = 1 ORDER BY region, year LIMIT 10

### sel-positional-reference [ordered]
SELECT id, name FROM people ORDER BY #2 NULLS LAST, #1

### sel-all-keyword
SELECT ALL country FROM people

### sel-expressions-unaliased
SELECT 1, 'a', 1 + 1, NULL, true, id FROM people WHERE id = 1

### sel-duplicate-names
SELECT id, id, name AS id FROM people

### sel-entities-without-columns
SELECT 1 AS one FROM people WHERE id < 3

### sel-count-of-nothing
SELECT * FROM nothing

### sel-where-in-parentheses
((SELECT id FROM people WHERE ((id) = (3))))
