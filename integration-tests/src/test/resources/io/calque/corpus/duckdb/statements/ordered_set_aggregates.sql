### oset-percentile-cont
SELECT region, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS m FROM sales GROUP BY region

### oset-percentile-disc-desc
SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY quantity DESC) AS q FROM sales

### oset-percentile-list
SELECT percentile_cont([0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY price) AS p FROM sales

### oset-mode
SELECT year, mode() WITHIN GROUP (ORDER BY category) AS m FROM sales WHERE category <> 'dry' GROUP BY year

### oset-quantile-functions
SELECT quantile_cont(price, 0.5) AS a, quantile_disc(price, 0.5) AS b, quantile_cont(price, [0.25, 0.75]) AS c, median(price) AS d, quantile(quantity, 0.9) AS e FROM sales

### oset-median-of-dates
SELECT region, median(date) AS d, median(quantity) AS q FROM sales GROUP BY region

### oset-percentile-with-filter
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FILTER (WHERE year = 2023) AS m FROM sales

### oset-percentile-of-interval
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY duration) AS d FROM events

### oset-quantile-disc-of-text
SELECT year, quantile_disc(product, 0.5) AS p FROM sales GROUP BY year

### oset-string-agg-order-by-inside
SELECT region, string_agg(product, ';' ORDER BY date DESC, id) AS p, group_concat(id::VARCHAR, ',' ORDER BY id) AS i FROM sales WHERE id < 30 GROUP BY region
