### lambda-transform
SELECT id, list_transform(scores, LAMBDA x: x + 1) AS a, list_apply(tags, LAMBDA t: upper(t)) AS b FROM people

### lambda-transform-captures-column
SELECT id, list_transform(scores, LAMBDA x: x * id) AS a FROM people

### lambda-parameter-hides-column
SELECT id, list_transform(scores, LAMBDA id: id + 1) AS a FROM people

### lambda-with-index
SELECT id, list_transform(tags, LAMBDA t, i: i || t) AS a FROM people

### lambda-filter
SELECT id, list_filter(scores, LAMBDA x: x IS NOT NULL AND x % 2 = 0) AS a FROM people

### lambda-reduce
SELECT id, list_reduce([id, 2, 3], LAMBDA acc, x: acc * x) AS a, list_reduce(scores, LAMBDA acc, x: acc + coalesce(x, 0), 100) AS b FROM people WHERE len(scores) > 0

### lambda-nested
SELECT id, list_transform([[id, 1], [2]], LAMBDA l: list_transform(l, LAMBDA x: x + len(l))) AS a FROM people

### lambda-in-where
SELECT id FROM people WHERE len(list_filter(tags, LAMBDA t: t LIKE '%e%')) > 1

### lambda-over-struct-fields
SELECT id, list_transform([address], LAMBDA s: s.geo.lat) AS a FROM people

### lambda-chained
SELECT id, scores.list_filter(LAMBDA x: x > 2).list_transform(LAMBDA x: x * x).list_sum() AS a FROM people

### lambda-map-entries
SELECT id, list_transform(map_entries(attributes), LAMBDA e: e.key || '=' || e.value) AS a FROM people

### lambda-in-aggregate
SELECT country, sum(list_sum(list_filter(scores, LAMBDA x: x < 10))) AS s FROM people GROUP BY country
