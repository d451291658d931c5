### agg-basic
SELECT count(*) AS a, count(quantity) AS b, count(DISTINCT region) AS c, sum(price) AS d, avg(price) AS e, min(product) AS f, max(date) AS g FROM sales

### agg-basic-unaliased
SELECT count(*), count(quantity), sum(price), min(product) FROM sales

### agg-group-by
SELECT region, category, count(*) AS n, sum(value) AS v FROM sales GROUP BY region, category

### agg-group-by-ordinal-and-alias
SELECT year AS y, upper(category) AS c, count(*) AS n FROM sales GROUP BY 1, c

### agg-group-by-all
SELECT region, year, sum(quantity) AS q FROM sales GROUP BY ALL

### agg-group-by-column-before-alias
SELECT id % 2 AS id, count(*) AS n FROM sales GROUP BY id % 2

### agg-group-by-expression
SELECT extract(year FROM date) AS y, sum(quantity) AS q FROM sales GROUP BY extract(year FROM date)

### agg-having
SELECT region, sum(quantity) AS q FROM sales GROUP BY region HAVING sum(quantity) > 200 AND count(*) > 10

### agg-having-alias
SELECT region, sum(quantity) AS q FROM sales GROUP BY region HAVING q > 200

### agg-having-without-group
SELECT sum(quantity) AS q FROM sales HAVING count(*) > 1

### agg-filter-clause
SELECT region, count(*) FILTER (WHERE quantity > 5) AS big, sum(price) FILTER (year = 2023) AS p FROM sales GROUP BY region

### agg-distinct-arguments
SELECT sum(DISTINCT quantity) AS a, avg(DISTINCT year) AS b, string_agg(DISTINCT product, ',' ORDER BY product) AS c, list(DISTINCT year ORDER BY year DESC) AS d FROM sales

### agg-statistics
SELECT stddev(price) AS a, stddev_pop(price) AS b, var_samp(price) AS c, var_pop(price) AS d, variance(price) AS e, skewness(price) AS f, kurtosis(price) AS g, kurtosis_pop(price) AS h, entropy(region) AS i, sem(price) AS j FROM sales

### agg-regression
SELECT corr(price, quantity) AS a, covar_pop(price, quantity) AS b, covar_samp(price, quantity) AS c, regr_slope(price, quantity) AS d, regr_intercept(price, quantity) AS e, regr_r2(price, quantity) AS f, regr_count(price, quantity) AS g, regr_avgx(price, quantity) AS h, regr_sxy(price, quantity) AS i FROM sales

### agg-boolean
SELECT country, bool_and(active) AS a, bool_or(active) AS b, countif(active) AS c, count_if(id > 5) AS d FROM people GROUP BY country

### agg-bitwise
SELECT bit_and(id) AS a, bit_or(id) AS b, bit_xor(id) AS c FROM people

### agg-arg-min-max
SELECT country, arg_max(name, id) AS a, arg_min(id, birthday) AS b, max_by(city, salary * 1000 + id) AS c, arg_max(id, id, 2) AS d, min(id, 3) AS e, max(id, 2) AS f FROM people GROUP BY country

### agg-first-last-ordered
SELECT country, first(name ORDER BY id) AS a, last(name ORDER BY id) AS b, any_value(country) AS c, arbitrary(country) AS d FROM people GROUP BY country

### agg-product-and-means
SELECT product(quantity) AS a, geomean(quantity) AS b, fsum(discount) AS c, kahan_sum(discount) AS d, favg(discount) AS e, weighted_avg(price, quantity) AS f FROM sales WHERE id < 20

### agg-mode-and-mad
SELECT mode(category ORDER BY category) AS a, mad(price) AS b FROM sales

### agg-approximate
SELECT approx_count_distinct(country) AS a, round(approx_quantile(price, 0.5)) > 0 AS b FROM people JOIN sales USING (id)

### agg-histogram-exact
SELECT histogram_exact(quantity, [1, 5, 9]) AS h, histogram(quantity, [3, 6, 9]) AS g FROM sales

### agg-over-empty
SELECT count(*) AS a, sum(amount) AS b, avg(amount) AS c, max(label) AS d, list(id) AS e FROM nothing

### agg-over-empty-group-by
SELECT label, count(*) AS n FROM nothing GROUP BY label

### agg-expressions-of-aggregates
SELECT region, sum(price) / count(*) AS a, sum(price * quantity) - sum(value) AS b, max(price) - min(price) AS c, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS pct FROM sales GROUP BY region

### agg-nested-case
SELECT sum(CASE WHEN region = 'north' THEN price ELSE 0 END) AS a, count(CASE WHEN quantity > 5 THEN 1 END) AS b FROM sales

### agg-order-by-aggregate [ordered]
SELECT product FROM sales GROUP BY product ORDER BY sum(price) DESC, count(*)

### agg-without-select-of-group
SELECT count(*) AS n FROM sales GROUP BY region

### agg-special-doubles
SELECT sensor, max(value) AS a, min(value) AS b, count(value) AS c FROM measurements GROUP BY sensor

### agg-sum-of-wide-types
SELECT sum(counter) AS a, sum(big) AS b, avg(counter) AS c, sum(reading) AS d FROM measurements

### agg-intervals
SELECT kind, min(duration) AS s, max(duration) AS m, min(ended - started) AS d FROM events GROUP BY kind

### agg-group-by-column-named-like-function
SELECT year, date, count(*) AS n FROM sales GROUP BY year, date

### agg-count-star-forms
SELECT count() AS a, count(1) AS b, count(*) AS c FROM sales

### agg-bitstring
SELECT bitstring_agg(words, 0, 10) AS b FROM documents

### agg-lttb-and-list-of-rows
SELECT len(lttb(taken_at, seq::DOUBLE, 5)) AS n FROM measurements WHERE sensor = 's1'
