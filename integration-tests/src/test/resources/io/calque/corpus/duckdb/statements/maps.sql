### map-access
SELECT id, attributes['color'] AS a, attributes['nope'] AS b, element_at(attributes, 'size') AS c, map_extract(attributes, 'color') AS d, map_extract_value(attributes, 'size') AS e FROM people

### map-functions
SELECT id, map_keys(attributes) AS k, map_values(attributes) AS v, cardinality(attributes) AS c, map_entries(attributes) AS e, map_contains(attributes, 'k1') AS h FROM people

### map-literal
SELECT id, MAP {'a': id, 'b': 2} AS m, map([1, 2], ['x', name]) AS n, MAP {} AS empty, MAP {id: name} AS o FROM people

### map-concat-and-from-entries
SELECT id, map_concat(attributes, MAP {'extra': 'e'}) AS a, map_from_entries([('k', id), ('l', 2)]) AS b FROM people

### map-in-where
SELECT id FROM people WHERE attributes['color'] = 'red' AND attributes['size']::INTEGER > 1

### map-group-by-value
SELECT attributes['color'] AS color, count(*) AS n, sum(attributes['size']::INTEGER) AS s FROM people GROUP BY attributes['color']

### map-histogram
SELECT histogram(quantity) AS h, histogram(category) AS c FROM sales

### map-unnest-entries
SELECT id, e.key AS k, e.value AS v FROM (SELECT id, unnest(map_entries(attributes)) AS e FROM people)

### map-comparison
SELECT id FROM people WHERE attributes = MAP {'color': 'red', 'size': '3', 'k1': 'v'} OR map_contains_value(attributes, 'blue')
