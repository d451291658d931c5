### date-parts [ordered]
SELECT id, year(date) AS y, month(date) AS m, day(date) AS d, quarter(date) AS q, dayofweek(date) AS dow, isodow(date) AS iso, week(date) AS w, yearweek(date) AS yw, dayofyear(date) AS doy, weekday(date) AS wd FROM sales ORDER BY id

### date-extract-forms
SELECT id, extract(year FROM date) AS y, EXTRACT('month' FROM sold_at) AS m, extract(hour FROM sold_at) AS h, extract(epoch FROM sold_at) AS e, extract(dow FROM date) AS dow, date_part('minute', sold_at) AS mi FROM sales

### date-part-list
SELECT id, date_part(['year', 'month', 'day'], date) AS parts FROM sales

### date-trunc
SELECT date_trunc('month', date) AS m, count(*) AS n FROM sales GROUP BY date_trunc('month', date)

### date-trunc-units
SELECT id, date_trunc('hour', sold_at) AS h, date_trunc('quarter', sold_at) AS q, datetrunc('week', date) AS w, date_trunc('decade', date) AS d FROM sales

### date-diff-forms
SELECT id, date_diff('day', started, ended) AS a, datediff('minute', started, ended) AS b, date_sub('hour', started, ended) AS c, datesub('day', DATE '2024-01-01', started::DATE) AS d FROM events

### date-minus-date [ordered]
SELECT id, date - DATE '2023-01-01' AS days, date + 7 AS next, date - 1 AS prev FROM sales ORDER BY id

### date-interval-arithmetic
SELECT id, date + INTERVAL 1 MONTH AS a, date + INTERVAL '2' DAY AS b, sold_at - INTERVAL '3 hours' AS c, date + INTERVAL (quantity) DAY AS d, date - INTERVAL 1 YEAR AS e FROM sales

### date-interval-text
SELECT id, date + INTERVAL '30 days' AS a, date - INTERVAL '1 month 2 days' AS b, sold_at + INTERVAL '1 day 02:30:00' AS c FROM sales

### date-interval-constructors
SELECT id, to_years(1) AS a, to_months(quantity) AS b, to_days(quantity) AS c, to_hours(quantity) AS d, to_seconds(1.5) AS e, to_weeks(2) AS f FROM sales WHERE quantity IS NOT NULL

### date-interval-column
SELECT id, duration * 2 AS a, started + duration AS b, duration + INTERVAL 1 DAY AS c, extract(day FROM duration) AS d, datepart('second', duration) AS s FROM events

### date-interval-comparison [ordered]
SELECT id, duration FROM events WHERE duration > INTERVAL '1 month' ORDER BY duration, id

### date-add-function
SELECT id, date_add(date, INTERVAL 1 WEEK) AS a FROM sales

### date-age
SELECT id, age(TIMESTAMP '2024-06-01', birthday::TIMESTAMP) AS age FROM people

### date-names
SELECT DISTINCT dayname(date) AS d, monthname(date) AS m FROM sales

### date-last-day-and-make
SELECT id, last_day(date) AS l, make_date(year(date), 1, 1) AS jan, make_time(1, id % 60, 3.5) AS t, make_timestamp(2024, 1, id % 28 + 1, 2, 3, 4.5) AS ts FROM sales

### date-epoch
SELECT id, epoch(sold_at) AS e, epoch_ms(sold_at) AS ms, epoch_us(sold_at) AS us, to_timestamp(epoch(sold_at)) AS back, make_timestamp(epoch_us(sold_at)) AS mk FROM sales

### date-strftime
SELECT id, strftime(sold_at, '%Y/%m/%d %H:%M:%S.%f') AS a, strftime(date, '%A %d %B') AS b, strftime('%j', date) AS c FROM sales

### date-strptime
SELECT id, strptime(strftime(date, '%d.%m.%Y'), '%d.%m.%Y') AS a, try_strptime(product, '%Y') AS b FROM sales

### date-literals
SELECT DATE '2024-02-29' AS a, TIMESTAMP '2024-02-29 12:34:56.789' AS b, TIME '12:34:56' AS c, INTERVAL '1 year' AS d, TIMESTAMPTZ '2024-01-01 00:00:00+02' AS e, '2024-01-01'::DATE AS f

### date-literal-comparison
SELECT id FROM sales WHERE date >= '2024-01-01' AND date < DATE '2024-03-01' AND sold_at <> TIMESTAMP '2024-01-01 00:00:00'

### date-time-zone
SELECT id, timezone('UTC', seen_at) AS a, seen_at AT TIME ZONE 'Europe/Istanbul' AS b, started AT TIME ZONE 'America/New_York' AS c FROM events

### date-time-type
SELECT id, time, hour(time) AS h, time + INTERVAL 1 HOUR AS next, time < TIME '12:00:00' AS am FROM events

### date-time-bucket
SELECT time_bucket(INTERVAL '6 hours', taken_at) AS b, count(*) AS n FROM measurements GROUP BY 1

### date-time-bucket-origin
SELECT time_bucket(INTERVAL '1 week', date, DATE '2023-01-01') AS b, sum(quantity) AS q FROM sales GROUP BY ALL

### date-between
SELECT count(*) AS n FROM sales WHERE date BETWEEN DATE '2023-01-01' AND DATE '2023-12-31'

### date-julian-era-century
SELECT id, julian(date) AS j, era(date) AS e, century(date) AS c, decade(date) AS d, millennium(date) AS m, isoyear(date) AS i FROM sales

### date-greatest
SELECT id, greatest(started, ended) AS g, least(started, ended) AS l FROM events

### date-infinity
SELECT 'infinity'::DATE AS a, count(*) AS n FROM sales WHERE date < 'infinity'::DATE

### date-current-is-after-data
SELECT count(*) AS n FROM sales WHERE date < current_date AND sold_at < now() AND date < today()

### date-microseconds
SELECT id, microsecond(started) AS us, millisecond(started) AS ms, second(started) AS s, minute(started) AS m FROM events

### date-tuple-parts-by-method
SELECT id, date.year() AS y, sold_at.strftime('%H') AS h FROM sales
