### gset-rollup
SELECT region, category, sum(quantity) AS q FROM sales GROUP BY ROLLUP (region, category)

### gset-cube
SELECT year, category, count(*) AS n FROM sales GROUP BY CUBE (year, category)

### gset-grouping-sets
SELECT region, year, sum(price) AS p FROM sales GROUP BY GROUPING SETS ((region, year), (region), ())

### gset-grouping-function
SELECT region, year, grouping(region) AS gr, grouping(region, year) AS g, count(*) AS n FROM sales GROUP BY ROLLUP (region, year)

### gset-grouping-id-and-having
SELECT region, category, grouping_id(region, category) AS g, count(*) AS n FROM sales GROUP BY CUBE (region, category) HAVING grouping(region) = 0

### gset-mixed
SELECT year, region, category, count(*) AS n FROM sales GROUP BY year, ROLLUP (region, category)

### gset-composite
SELECT year, region, category, count(*) AS n FROM sales GROUP BY ROLLUP ((year, region), category)

### gset-expression
SELECT upper(category) AS c, sum(value) AS v FROM sales GROUP BY ROLLUP (upper(category))

### gset-nested
SELECT year, region, count(*) AS n FROM sales GROUP BY GROUPING SETS (ROLLUP (year, region), (region))

### gset-empty-set-only
SELECT count(*) AS n FROM sales GROUP BY ()

### gset-empty-input
SELECT label, count(*) AS n FROM nothing GROUP BY ROLLUP (label)
