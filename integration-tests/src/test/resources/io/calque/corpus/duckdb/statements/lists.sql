### list-literal-and-index
SELECT id, [id, id * 2, NULL] AS l, [id, 5][1] AS a, tags[1] AS b, tags[-1] AS c, scores[2:3] AS d, scores[:2] AS e, scores[2:] AS f FROM people

### list-constructors
SELECT id, list_value(id, 1) AS a, array[id, 2] AS b, [] AS c, [[id], [1, 2]] AS d, range(id % 4) AS e, generate_series(1, id % 3) AS f, list_pack(1, 2) AS g FROM people

### list-length-and-contains
SELECT id, len(tags) AS a, array_length(tags) AS b, list_contains(tags, 'red') AS c, array_has(tags, 'blue') AS d, list_position(tags, 'green') AS e, list_has_any(tags, ['red', 'ünï']) AS f, list_has_all(tags, ['red']) AS g, tags && ['blue'] AS h, tags @> ['red'] AS i, ['red'] <@ tags AS j FROM people

### list-concat
SELECT id, tags || ['x'] AS a, list_concat(tags, ['y']) AS b, list_append(tags, 'z') AS c, list_prepend('0', tags) AS d, array_push_back(scores, 1) AS e, array_pop_back(scores) AS f, array_pop_front(scores) AS g FROM people

### list-sort-distinct
SELECT id, list_sort(scores) AS a, list_sort(scores, 'DESC', 'NULLS LAST') AS b, list_reverse_sort(scores) AS c, list_sort(list_distinct(scores)) AS d, list_unique(scores) AS e, list_reverse(scores) AS f, list_grade_up(scores) AS g FROM people

### list-aggregates
SELECT id, list_sum(scores) AS a, list_avg(scores) AS b, list_min(scores) AS c, list_max(scores) AS d, list_count(scores) AS e, list_aggregate(scores, 'median') AS f, list_aggregate(tags, 'string_agg', '|') AS g, list_any_value(scores) AS h, list_product(scores) AS i FROM people

### list-slice-step
SELECT id, list_slice(range(10), 2, 8, 2) AS a, range(10)[1:9:3] AS b, scores[:-2] AS c FROM people WHERE id < 10

### list-extract-functions
SELECT id, list_extract(scores, 1) AS a, list_element(scores, 2) AS b, array_extract(scores, -1) AS c, list_first(scores) AS d, list_last(scores) AS e FROM people

### list-where-select-resize
SELECT id, list_where([1, 2, 3], [true, false, true]) AS a, list_select(scores, [1, 1]) AS b, list_resize([id], 3, 0) AS c, list_zip([1, 2], ['a', 'b']) AS d, flatten([[id], [1, 2]]) AS e FROM people

### list-intersect
SELECT id, list_sort(list_intersect(tags, ['red', 'green'])) AS a FROM people

### list-distances
SELECT id, list_distance([id, 1.0], [1, id]) AS a, list_dot_product([id, 2.0], [3, id]) AS b, list_cosine_similarity([id, 1.0], [1, id]) AS c, [id, 1.0] <-> [1.0, id] AS d FROM people

### list-comparison
SELECT id, scores = [1, 3, 9, 3] AS a, scores > [20] AS b, tags <> ['red'] AS c FROM people

### list-comparison-order [ordered]
SELECT id, tags FROM people ORDER BY tags DESC NULLS LAST, id

### list-to-string
SELECT id, array_to_string(tags, '-') AS a, tags::VARCHAR AS b, list_string_agg(tags) AS c FROM people

### list-unnest-in-select
SELECT id, unnest(tags) AS tag FROM people

### list-unnest-two-lists
SELECT id, unnest(scores) AS s, unnest(tags) AS t FROM people WHERE id < 20

### list-group-by-list
SELECT tags, count(*) AS n FROM people GROUP BY tags

### list-agg-and-back
SELECT country, list_sort(list(id)) AS ids, len(array_agg(id)) AS n FROM people GROUP BY country

### list-agg-with-null-and-filter
SELECT country, list(name ORDER BY id) FILTER (WHERE name IS NOT NULL) AS names, array_agg(DISTINCT city ORDER BY city) AS cities FROM people GROUP BY country

### list-comprehension
SELECT id, [x * 2 FOR x IN scores IF x > 3] AS doubled, [t || '!' FOR t IN tags] AS loud FROM people

### list-of-structs
SELECT id, [{'a': id, 'b': x} FOR x IN scores] AS l, [{'a': id}][1].a AS first_a FROM people WHERE id < 12

### list-generate-subscripts
SELECT id, generate_subscripts(scores, 1) AS i FROM people WHERE id < 9

### list-histogram-of-list
SELECT id, list_histogram(scores) AS h FROM people WHERE id < 9
