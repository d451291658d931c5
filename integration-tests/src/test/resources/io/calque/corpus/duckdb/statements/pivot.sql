### pivot-statement
PIVOT sales ON region USING sum(quantity) GROUP BY year

### pivot-statement-of-a-query
PIVOT (SELECT region, year, quantity FROM sales) ON region USING sum(quantity) GROUP BY year

### pivot-statement-in-list
PIVOT sales ON category IN ('fruit', 'dry') USING sum(price) AS total, count(*) AS n GROUP BY region

### pivot-sql-standard
SELECT * FROM (SELECT year, region, price FROM sales) PIVOT (sum(price) FOR region IN ('north', 'south'))

### pivot-with-group-by-clause
SELECT * FROM sales PIVOT (sum(quantity) FOR category IN ('fruit', 'dry') GROUP BY year)

### pivot-in-subquery-and-order [ordered]
SELECT * FROM (PIVOT (SELECT year, region, quantity FROM sales WHERE region IS NOT NULL) ON region USING max(quantity)) ORDER BY year

### pivot-in-cte
WITH p AS (PIVOT sales ON year USING count(*) GROUP BY product) SELECT * FROM p

### pivot-two-columns
PIVOT sales ON category || '-' || year USING count(*) GROUP BY region

### unpivot-statement
UNPIVOT budgets ON q1, q2, q3, q4 INTO NAME quarter VALUE amount

### unpivot-sql-standard
SELECT department, quarter, amount FROM budgets UNPIVOT (amount FOR quarter IN (q1, q2, q3, q4))

### unpivot-include-nulls
SELECT department, quarter, amount FROM budgets UNPIVOT INCLUDE NULLS (amount FOR quarter IN (q1, q2))

### unpivot-columns-expression
SELECT department, name, value FROM (UNPIVOT (SELECT department, q1, q2 FROM budgets) ON COLUMNS(* EXCLUDE (department)))

### unpivot-several-columns
SELECT department, half, a, b FROM budgets UNPIVOT ((a, b) FOR half IN ((q1, q2) AS 'first', (q3, q4) AS 'second'))
