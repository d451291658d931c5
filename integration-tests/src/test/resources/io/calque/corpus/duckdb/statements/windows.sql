### win-row-number
SELECT id, row_number() OVER (PARTITION BY region ORDER BY price, id) AS rn FROM sales

### win-ranks
SELECT id, rank() OVER w AS r, dense_rank() OVER w AS d, percent_rank() OVER w AS p, cume_dist() OVER w AS c FROM sales WINDOW w AS (PARTITION BY category ORDER BY quantity)

### win-ntile
SELECT id, ntile(4) OVER (ORDER BY price, id) AS q FROM sales

### win-lag-lead
SELECT id, lag(price) OVER (ORDER BY id) AS a, lead(price, 2, 0) OVER (PARTITION BY region ORDER BY id) AS b, lag(quantity IGNORE NULLS) OVER (ORDER BY id) AS c FROM sales

### win-first-last-nth
SELECT id, first_value(price) OVER w AS a, last_value(price) OVER w AS b, nth_value(price, 2) OVER w AS c FROM sales WINDOW w AS (PARTITION BY region ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING)

### win-running-sum
SELECT id, sum(value) OVER (PARTITION BY person_id ORDER BY date, id ROWS UNBOUNDED PRECEDING) AS run FROM sales

### win-rows-frame
SELECT id, avg(price) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS m FROM sales

### win-range-interval-frame
SELECT id, sum(quantity) OVER (ORDER BY date RANGE BETWEEN INTERVAL 30 DAYS PRECEDING AND INTERVAL 0 DAYS FOLLOWING) AS q FROM sales

### win-range-numeric-frame
SELECT id, count(*) OVER (ORDER BY quantity RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS n FROM sales

### win-groups-frame
SELECT id, sum(price) OVER (ORDER BY quantity GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS s FROM sales

### win-exclude
SELECT id, sum(id) OVER (ORDER BY quantity ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS a, count(*) OVER (ORDER BY quantity RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) AS b FROM sales

### win-aggregates-without-order
SELECT id, count(*) OVER () AS a, max(price) OVER (PARTITION BY region) AS b FROM sales

### win-over-aggregates [ordered]
SELECT region, sum(price) AS p, rank() OVER (ORDER BY sum(price) DESC) AS r, sum(sum(price)) OVER () AS t FROM sales GROUP BY region ORDER BY r

### win-named-and-inherited
SELECT id, sum(quantity) OVER (w ORDER BY id) AS a, count(*) OVER w AS b FROM sales WINDOW w AS (PARTITION BY year)

### win-filter
SELECT id, count(*) FILTER (WHERE quantity > 5) OVER (PARTITION BY region) AS n FROM sales

### win-distinct-aggregate
SELECT id, count(DISTINCT product) OVER (PARTITION BY region ORDER BY id) AS n FROM sales

### win-qualify
SELECT region, id, price FROM sales QUALIFY row_number() OVER (PARTITION BY region ORDER BY price DESC, id) <= 2

### win-qualify-alias
SELECT region, id, rank() OVER (PARTITION BY region ORDER BY price DESC, id) AS r FROM sales WHERE quantity > 2 QUALIFY r = 1

### win-qualify-with-group
SELECT region, category, sum(price) AS s FROM sales GROUP BY region, category QUALIFY row_number() OVER (PARTITION BY region ORDER BY s DESC) = 1

### win-in-expression
SELECT id, price - avg(price) OVER (PARTITION BY region) AS diff, CASE WHEN row_number() OVER (ORDER BY id) % 2 = 0 THEN 'even' ELSE 'odd' END AS parity FROM sales

### win-in-order-by [ordered]
SELECT id FROM sales ORDER BY row_number() OVER (PARTITION BY region ORDER BY id), id

### win-list-aggregate
SELECT id, list(id) OVER (ORDER BY id ROWS 2 PRECEDING) AS l, string_agg(product, ',') OVER (PARTITION BY year ORDER BY id ROWS 1 PRECEDING) AS s FROM sales

### win-fill
SELECT sensor, seq, fill(value) OVER (PARTITION BY sensor ORDER BY taken_at) AS v FROM measurements WHERE value IS NULL OR isfinite(value)

### win-nulls-ordering
SELECT id, row_number() OVER (ORDER BY quantity DESC NULLS LAST, id) AS a, row_number() OVER (ORDER BY quantity NULLS FIRST, id DESC) AS b FROM sales

### win-median-over
SELECT id, median(price) OVER (PARTITION BY category ORDER BY id ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING) AS m, mode(quantity) OVER (ORDER BY id ROWS CURRENT ROW) AS o FROM sales

### win-argument-order
SELECT id, first_value(id ORDER BY price DESC, id) OVER (PARTITION BY region) AS f, rank(ORDER BY price) OVER (PARTITION BY region) AS r FROM sales

### win-last-value-ignore-nulls
SELECT id, last_value(quantity IGNORE NULLS) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS q FROM sales
