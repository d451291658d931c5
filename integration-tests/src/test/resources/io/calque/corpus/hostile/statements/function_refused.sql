Functions that read outside the model or change state, in every place where an expression may stand. The
list of them is duckdb-functions-that-reach-outside.txt.

### * [501]

### getenv
SELECT getenv('HOME')

### getenv-upper-case
SELECT GETENV('HOME')

### getenv-quoted
SELECT "getenv"('HOME')

### getenv-method
SELECT 'HOME'.getenv()

### getenv-method-on-column
SELECT name.getenv() FROM customer

### getenv-method-chained
SELECT name.upper().getenv() FROM customer

### getenv-qualified
SELECT system.main.getenv('HOME')

### getenv-main
SELECT main.getenv('HOME')

### getenv-comment
SELECT getenv /* x */ ('HOME')

### getenv-where
SELECT id FROM customer WHERE getenv('HOME') LIKE '/%'

### getenv-subquery
SELECT (SELECT getenv('HOME'))

### getenv-cte
WITH t AS (SELECT getenv('HOME') AS h) SELECT h FROM t

### getenv-order-by
SELECT id FROM customer ORDER BY getenv('HOME')

### getenv-group-by
SELECT count(*) FROM customer GROUP BY getenv('HOME')

### getenv-on
SELECT c.id FROM customer c JOIN purchase p ON c.id = p.customer_id AND getenv('HOME') <> ''

### getenv-window
SELECT count(*) OVER (PARTITION BY getenv('HOME')) FROM customer

### getenv-filter
SELECT count(*) FILTER (WHERE getenv('HOME') = '') FROM customer

### getenv-aggregate
SELECT max(getenv('HOME')) FROM customer

### getenv-case
SELECT CASE WHEN id = 1 THEN getenv('HOME') END FROM customer

### getenv-cast
SELECT getenv('HOME')::VARCHAR

### getenv-lambda
SELECT list_transform(['HOME'], LAMBDA x: getenv(x))

### getenv-lambda-arrow [501]
SELECT list_transform(['HOME'], x -> getenv(x))

### getenv-lambda-method
SELECT ['HOME'].list_transform(LAMBDA x: x.getenv())

### getenv-list-comprehension
SELECT [getenv(x) FOR x IN ['HOME']]

### getenv-struct
SELECT {'h': getenv('HOME')}

### getenv-list
SELECT [getenv('HOME')]

### getenv-map
SELECT MAP {'h': getenv('HOME')}

### getenv-values
VALUES (getenv('HOME'))

### getenv-from-values
SELECT * FROM (VALUES (getenv('HOME'))) t(h)

### getenv-table-function-argument
SELECT * FROM unnest([getenv('HOME')]) t(h)

### getenv-limit
SELECT id FROM customer LIMIT length(getenv('HOME'))

### getenv-having
SELECT city FROM customer GROUP BY city HAVING min(name) < getenv('HOME')

### getenv-qualify
SELECT id FROM customer QUALIFY row_number() OVER (ORDER BY getenv('HOME')) = 1

### getenv-distinct-on
SELECT DISTINCT ON (getenv('HOME')) id FROM customer

### getenv-star-replace
SELECT * REPLACE (getenv('HOME') AS name) FROM customer

### getenv-union
SELECT name FROM customer UNION SELECT getenv('HOME')

### getenv-metric-argument [100, 204, 400, 501]
SELECT METRIC(getenv('HOME')) FROM customer

### getenv-metric-neighbour [501]
SELECT METRIC('customers') + length(getenv('HOME')) FROM customer

### getenv-metric-filter
SELECT METRIC('customers') FILTER (WHERE getenv('HOME') = '') FROM customer

### getenv-jdbc-escape [501]
SELECT {fn getenv('HOME')}

### getenv-explain
EXPLAIN SELECT getenv('HOME')

### getenv-explain-analyze
EXPLAIN ANALYZE SELECT getenv('HOME')

### getenv-dead-branch
SELECT 1 WHERE false AND getenv('HOME') = ''

### getenv-columns [103, 501]
SELECT getenv(COLUMNS(name)) FROM customer

### getenv-dots-and-spaces
SELECT system . main . getenv ( 'HOME' )

### getenv-mixed-quotes
SELECT "system"."main"."getenv"('HOME')

### nextval
SELECT nextval('ticket')

### nextval-from-entity
SELECT nextval('ticket') FROM customer

### nextval-method
SELECT 'ticket'.nextval()

### nextval-default-argument
SELECT coalesce(NULL, nextval('ticket'))

### currval
SELECT currval('ticket')

### setval
SELECT setval('ticket', 1)

### setseed
SELECT setseed(0.5)

### current-setting
SELECT current_setting('threads')

### current-setting-quoted
SELECT "current_setting"('secret_directory')

### current-setting-qualified
SELECT system.main.current_setting('home_directory')

### current-setting-method
SELECT 'threads'.current_setting()

### getvariable
SELECT getvariable('x')

### write-log
SELECT write_log('x')

### write-log-method
SELECT name.write_log() FROM customer

### stats-of-column
SELECT stats(id) FROM customer

### json-serialize-plan
SELECT json_serialize_plan('SELECT secret FROM vault')

### json-serialize-plan-method
SELECT 'SELECT secret FROM vault'.json_serialize_plan()

### index-key
SELECT index_key({'table': 'vault'}, 'x', 1)

### current-query
SELECT current_query()

### current-schemas
SELECT current_schemas(true)

### in-search-path
SELECT in_search_path('hostile', 'main')

### txid-current
SELECT txid_current()

### pg-get-viewdef
SELECT pg_get_viewdef(1)

### pg-get-constraintdef
SELECT pg_get_constraintdef(1)

### format-type
SELECT format_type(25, 0)

### get-block-size
SELECT get_block_size('hostile')

### internal-decompress
SELECT __internal_decompress_string(123::UBIGINT)

### http-get
SELECT http_get('http://localhost:1')

### read-text-scalar [500, 501]
SELECT read_text('${folder}/secret.csv')

### read-csv-scalar [500, 501]
SELECT read_csv('${folder}/secret.csv')

### query-scalar [500, 501]
SELECT query('SELECT secret FROM vault')

### query-table-scalar [500, 501]
SELECT query_table('vault')
