### cast-forms
SELECT id, CAST(price AS INTEGER) AS a, price::VARCHAR AS b, quantity::DOUBLE / 4 AS c, date::VARCHAR AS d, '12'::INT + id AS e, CAST(id AS DECIMAL(12, 3)) AS f FROM sales

### cast-try
SELECT id, TRY_CAST(title AS INTEGER) AS a, TRY_CAST(words::VARCHAR AS SMALLINT) AS b FROM documents

### cast-all-integers
SELECT id::TINYINT AS a, id::SMALLINT AS b, id::BIGINT AS c, id::HUGEINT AS d, id::UTINYINT AS e, id::USMALLINT AS f, id::UINTEGER AS g, id::UBIGINT AS h, id::UHUGEINT AS i FROM people

### cast-type-aliases
SELECT id::INT4 AS a, id::INT8 AS b, id::FLOAT8 AS c, id::NUMERIC(6, 1) AS d, name::TEXT AS e, name::STRING AS f, active::BOOL AS g, id::REAL AS h, birthday::DATETIME AS i, name::CHAR AS j FROM people

### cast-chained
SELECT id, id::VARCHAR::INTEGER::DOUBLE AS a, (id + 1)::VARCHAR || 'x' AS b, -id::VARCHAR::INTEGER AS c FROM people

### cast-precedence
SELECT id, -1::INTEGER AS a, 2 * id::DOUBLE AS b, name || id::VARCHAR AS c FROM people

### cast-nested-types
SELECT id, [id, id + 1]::VARCHAR[] AS a, {'a': id, 'b': 'x'}::STRUCT(a BIGINT, b VARCHAR) AS b, MAP {'k': id}::MAP(VARCHAR, DOUBLE) AS c FROM people

### cast-fixed-array
SELECT id, [id, 1, 2]::INTEGER[3] AS a, array_value(1.0::FLOAT, id::FLOAT)::FLOAT[2] AS b FROM people

### cast-array-distance
SELECT id, array_distance([id, 1]::FLOAT[2], [1, id]::FLOAT[2]) AS d, array_inner_product([id, 1]::DOUBLE[2], [1, id]::DOUBLE[2]) AS i, array_cosine_similarity([id, 1]::FLOAT[2], [1, id]::FLOAT[2]) AS c, array_cross_product([1, 2, id]::DOUBLE[3], [3, id, 1]::DOUBLE[3]) AS x FROM people

### cast-enum
SELECT id, mood, mood::VARCHAR AS t, mood > 'low' AS above, enum_code(mood) AS code FROM people

### cast-enum-order [ordered]
SELECT id, mood FROM people WHERE mood IN ('fine', 'high') ORDER BY mood DESC, id

### cast-blob
SELECT id, digest, hex(digest) AS h, digest::VARCHAR AS t, '\xAA\x01'::BLOB AS lit, decode(digest) AS d, from_hex('FF') AS f, from_base64('YWI=') AS g FROM documents

### cast-uuid
SELECT id, uid, uid::VARCHAR AS t, uid > '00000000-0000-4000-8000-000000000012'::UUID AS later FROM documents

### cast-bit
SELECT id, flags::VARCHAR AS v, '101'::BIT AS b, flags::INTEGER AS i FROM documents

### cast-union-type
SELECT id, u, union_tag(u) AS tag, u.n AS n FROM (SELECT id, CASE WHEN id % 2 = 0 THEN union_value(n := id)::UNION(n INTEGER, t VARCHAR) ELSE union_value(t := name)::UNION(n INTEGER, t VARCHAR) END AS u FROM people)

### cast-typeof
SELECT typeof(id) AS a, typeof(salary) AS b, typeof(tags) AS c, typeof(address) AS d, typeof(attributes) AS e, typeof(mood) AS f, pg_typeof(name) AS g FROM people WHERE id = 1

### cast-implicit
SELECT id FROM people WHERE id = '5' OR salary > '2000' AND active = 'true'

### cast-boolean
SELECT id, active::INTEGER AS a, (id % 2)::BOOLEAN AS b, 'yes'::BOOLEAN AS c FROM people

### cast-timestamps
SELECT id, sold_at::DATE AS a, date::TIMESTAMP AS b, sold_at::TIME AS c, sold_at::TIMESTAMP_S AS d, sold_at::TIMESTAMP_MS AS e, sold_at::TIMESTAMP_NS AS f, sold_at::VARCHAR AS g FROM sales

### cast-null
SELECT NULL AS a, NULL::INTEGER AS b, CAST(NULL AS DATE) AS c, count(*) AS n FROM people

### cast-null-unaliased
SELECT id, NULL FROM nothing UNION ALL SELECT 1, NULL

### cast-bignum
SELECT id, (id::VARCHAR || '00000000000000000000000000000000000000000000')::BIGNUM AS v FROM documents

### cast-special-keyword-types
SELECT id, CAST(id AS DOUBLE PRECISION) AS a, CAST(name AS CHARACTER VARYING) AS b, CAST(started AS TIMESTAMP WITHOUT TIME ZONE) AS c, CAST(seen_at AS TIMESTAMP WITH TIME ZONE) AS d FROM events JOIN people USING (id)
