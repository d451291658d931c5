### sample-all-percent
SELECT id FROM people TABLESAMPLE 100%

### sample-using-reservoir-repeatable
SELECT count(*) AS n FROM (SELECT id FROM people USING SAMPLE reservoir(10 ROWS) REPEATABLE (7))

### sample-tablesample-rows
SELECT count(*) AS n FROM sales TABLESAMPLE reservoir(20 ROWS) REPEATABLE (1)

### sample-using-percent
SELECT id, name FROM people USING SAMPLE 100 PERCENT (bernoulli)

### sample-system-everything
SELECT count(*) AS n FROM sales AS s TABLESAMPLE SYSTEM (100 PERCENT)

### sample-zero
SELECT count(*) AS n FROM sales TABLESAMPLE 0%
