### json-arrows
SELECT id, payload -> 'n' AS a, payload ->> 'n' AS b, payload -> 'deep' -> 'text' AS c, payload -> 'deep' ->> 'text' AS d, payload ->> '$.tags[1]' AS e, payload -> 'tags' ->> 0 AS f FROM events

### json-arrow-in-predicate
SELECT id FROM events WHERE (payload ->> 'n')::INTEGER > 100 AND (payload -> 'deep' ->> 'flag') = 'true'

### json-dot-access
SELECT id, payload.n AS a, payload.deep.text AS b, payload.tags[0] AS c FROM events

### json-extract-functions
SELECT id, json_extract(payload, '$.n') AS a, json_extract_string(payload, '$.deep.text') AS b, json_extract(payload, ['$.n', '$.none']) AS c, json_value(payload, '$.n') AS d, json_extract_path_text(payload, 'n') AS e FROM events

### json-wildcards
SELECT id, payload -> '$.tags[*]' AS a, payload ->> '$..text' AS b FROM events

### json-inspection
SELECT id, json_type(payload) AS a, json_type(payload, '$.n') AS b, json_valid(payload) AS c, json_array_length(payload, '$.tags') AS d, json_keys(payload) AS e, json_structure(payload) AS f, json_exists(payload, '$.none') AS g, json_contains(payload, '"a"') AS h FROM events

### json-construct
SELECT id, json_object('id', id, 'k', kind) AS a, json_array(id, kind, NULL) AS b, to_json([id]) AS c, json_quote(kind) AS d FROM events

### json-aggregates
SELECT kind, json_group_array(id) AS a FROM (SELECT * FROM events ORDER BY id) GROUP BY kind

### json-group-object
SELECT json_group_object(department, q1) AS o FROM (SELECT * FROM budgets ORDER BY department)

### json-merge-and-edit
SELECT id, json_merge_patch(payload, '{"n": null, "x": 1}') AS a, json_set(payload, '$.n', '0') AS b, json_remove(payload, '$.tags') AS c, json_strip_nulls(payload) AS d FROM events

### json-transform
SELECT id, json_transform(meta, '{"pages": "INTEGER", "refs": ["INTEGER"]}') AS t, from_json(meta, '{"lang": "VARCHAR"}').lang AS lang FROM documents

### json-casts
SELECT id, meta::VARCHAR AS a, (meta -> 'refs')::INTEGER[] AS b, '{"a": 1}'::JSON AS c, (meta -> 'rating')::DOUBLE AS d FROM documents

### json-each
SELECT d.id, e.key, e.value, e.type FROM documents d, json_each(d.meta) e WHERE d.id < 6

### json-tree
SELECT d.id, t.fullkey, t.atom FROM documents d, json_tree(d.meta) AS t WHERE d.id = 3

### json-group-by-field
SELECT meta ->> 'lang' AS lang, count(*) AS n, avg((meta ->> 'pages')::INTEGER) AS p FROM documents GROUP BY meta ->> 'lang'

### json-pretty
SELECT id, json_pretty(meta) AS p, json(meta) AS m FROM documents WHERE id < 4

### json-null-kinds
SELECT id, payload -> 'none' AS a, payload ->> 'none' AS b, payload -> 'missing' AS c, (payload -> 'none') IS NULL AS d FROM events
