What is outside the model, in every place where a query can name a table: refused, as an unknown entity
(200), as not in the model (500) or, where a function reaches out, as a refused function (501).

### * [200, 500]

### raw-table [200, 500]
SELECT * FROM vault

### raw-table-two-parts [200, 500]
SELECT * FROM main.vault

### raw-table-three-parts [200, 500]
SELECT * FROM hostile.main.vault

### raw-table-quoted [200, 500]
SELECT * FROM "vault"

### raw-table-quoted-parts [200, 500]
SELECT * FROM "hostile"."main"."vault"

### raw-table-quoted-as-one [200, 500]
SELECT * FROM "main.vault"

### raw-table-upper-case [200, 500]
SELECT * FROM VAULT

### raw-table-with-entities-schema [200, 500]
SELECT * FROM entities.vault

### raw-table-of-entity [200, 500]
SELECT ssn FROM customers

### raw-table-of-entity-qualified [200, 500]
SELECT ssn FROM main.customers

### raw-table-of-entity-same-name [200, 500]
SELECT note FROM main.audit

### raw-table-of-entity-three-parts [200, 500]
SELECT note FROM hostile.main.audit

### raw-view [200, 500]
SELECT * FROM vault_view

### raw-table-only [200, 500, 100]
SELECT * FROM ONLY vault

### raw-table-alias-of-entity [200, 500]
SELECT customer.secret FROM vault AS customer

### raw-table-comma [200, 500]
SELECT v.secret FROM customer c, vault v

### raw-table-join-on [200, 500]
SELECT v.secret FROM customer c JOIN vault v ON v.id = c.id

### raw-table-join-no-condition [200, 300, 500]
SELECT * FROM customer JOIN vault

### raw-table-left-join-using [200, 500, 501]
SELECT secret FROM customer LEFT JOIN vault USING (id)

### raw-table-natural-join [200, 500]
SELECT * FROM customer NATURAL JOIN vault

### raw-table-asof-join [100, 200, 500]
SELECT * FROM customer c ASOF JOIN vault v ON c.id >= v.id

### raw-table-positional-join [100, 200, 500]
SELECT * FROM customer POSITIONAL JOIN vault

### raw-table-semi-join [200, 500, 501]
SELECT id FROM customer SEMI JOIN vault USING (id)

### raw-table-cross-join [200, 500]
SELECT * FROM customer CROSS JOIN vault

### raw-table-parenthesised-join [200, 500, 501]
SELECT * FROM (customer c JOIN (vault v CROSS JOIN purchase p) ON c.id = p.customer_id)

### raw-table-subquery [200, 500]
SELECT * FROM (SELECT secret FROM vault) t

### raw-table-lateral [200, 500]
SELECT * FROM customer c, LATERAL (SELECT secret FROM vault v WHERE v.id = c.id) t

### raw-table-cte [200, 500]
WITH t AS (SELECT secret FROM vault) SELECT * FROM t

### raw-table-nested-cte [200, 500]
WITH a AS (WITH b AS (SELECT * FROM vault) SELECT * FROM b) SELECT * FROM a

### raw-table-unused-cte [200, 500]
WITH t AS (SELECT secret FROM vault) SELECT 1

### raw-table-recursive-cte [200, 500]
WITH RECURSIVE t(s) AS (SELECT secret FROM vault UNION ALL SELECT s FROM t WHERE false) SELECT * FROM t

### cte-visible-too-late [200, 500]
SELECT * FROM vault, (WITH vault AS (SELECT 1 AS secret) SELECT * FROM vault) t

### cte-not-recursive [200, 500]
WITH vault AS (SELECT * FROM vault) SELECT * FROM vault

### cte-in-one-branch [200, 500]
(WITH vault AS (SELECT 'x' AS secret) SELECT secret FROM vault) UNION ALL SELECT secret FROM vault

### raw-table-union [200, 500]
SELECT name FROM customer UNION SELECT secret FROM vault

### raw-table-union-all-by-name [200, 500]
SELECT name FROM customer UNION ALL BY NAME SELECT secret FROM vault

### raw-table-except [200, 500]
SELECT name FROM customer EXCEPT SELECT secret FROM vault

### raw-table-intersect-nested [200, 500, 501]
SELECT name FROM customer UNION (SELECT 'a' INTERSECT SELECT secret FROM vault)

### raw-table-scalar-subquery [200, 500]
SELECT (SELECT secret FROM vault) AS s

### raw-table-correlated [200, 500]
SELECT id, (SELECT secret FROM vault v WHERE v.id = c.id) FROM customer c

### raw-table-in [200, 500, 501]
SELECT id FROM customer WHERE name IN (SELECT secret FROM vault)

### raw-table-not-in [200, 500, 501]
SELECT id FROM customer WHERE id NOT IN (SELECT id FROM vault)

### raw-table-in-without-select [200, 201, 500, 100]
SELECT id FROM customer WHERE name IN vault

### raw-table-exists [200, 500, 501]
SELECT id FROM customer WHERE EXISTS (SELECT 1 FROM vault WHERE secret LIKE 'z%')

### raw-table-any [200, 500, 501]
SELECT id FROM customer WHERE name < ANY (SELECT secret FROM vault)

### raw-table-values [200, 500, 501]
SELECT * FROM (VALUES ((SELECT secret FROM vault))) t(x)

### raw-table-values-statement [200, 500, 501]
VALUES ((SELECT secret FROM vault))

### raw-table-order-by [200, 500, 501]
SELECT id FROM customer ORDER BY (SELECT secret FROM vault)

### raw-table-group-by [200, 500, 501]
SELECT count(*) FROM customer GROUP BY (SELECT secret FROM vault)

### raw-table-having [200, 500, 501]
SELECT city FROM customer GROUP BY city HAVING min(name) < (SELECT secret FROM vault)

### raw-table-qualify [200, 500, 501]
SELECT id FROM customer QUALIFY row_number() OVER (ORDER BY id) < (SELECT id FROM vault)

### raw-table-on [200, 500]
SELECT c.id FROM customer c JOIN purchase p ON c.id = p.customer_id AND (SELECT secret FROM vault) IS NOT NULL

### raw-table-limit [200, 500, 501]
SELECT id FROM customer LIMIT (SELECT id FROM vault)

### raw-table-offset [200, 500, 501]
SELECT id FROM customer LIMIT 1 OFFSET (SELECT id FROM vault)

### raw-table-window [200, 500]
SELECT sum(id) OVER (ORDER BY (SELECT secret FROM vault)) FROM customer

### raw-table-window-clause [200, 500, 501]
SELECT sum(id) OVER w FROM customer WINDOW w AS (PARTITION BY (SELECT secret FROM vault))

### raw-table-filter [200, 500]
SELECT count(*) FILTER (WHERE (SELECT secret FROM vault) LIKE 'z%') FROM customer

### raw-table-within-group [200, 500]
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY (SELECT secret FROM vault)) FROM customer

### raw-table-case [200, 500]
SELECT CASE WHEN (SELECT secret FROM vault) LIKE 'z%' THEN 1 END FROM customer

### raw-table-cast [200, 500]
SELECT CAST((SELECT secret FROM vault) AS VARCHAR) FROM customer

### raw-table-list-literal [200, 500]
SELECT [(SELECT secret FROM vault)] AS l

### raw-table-struct-literal [200, 500]
SELECT {'a': (SELECT secret FROM vault)} AS s

### raw-table-map-literal [200, 500]
SELECT MAP {'a': (SELECT secret FROM vault)} AS m

### raw-table-array-subquery [200, 500, 501]
SELECT ARRAY(SELECT secret FROM vault)

### raw-table-lambda [100, 200, 500]
SELECT list_transform([1], LAMBDA x: (SELECT secret FROM vault))

### raw-table-metric-neighbour [200, 500]
SELECT METRIC('customers'), (SELECT secret FROM vault) FROM customer

### raw-table-distinct-on [200, 500]
SELECT DISTINCT ON ((SELECT secret FROM vault)) id FROM customer

### raw-table-replace [200, 500]
SELECT * REPLACE ((SELECT secret FROM vault) AS name) FROM customer

### raw-table-grouping-set [200, 500, 501]
SELECT count(*) FROM customer GROUP BY GROUPING SETS (((SELECT secret FROM vault)), ())

### raw-table-interval [100, 200, 500]
SELECT DATE '2024-01-01' + INTERVAL (SELECT id FROM vault) DAY

### raw-table-function-argument [200, 500, 501]
SELECT * FROM range((SELECT id FROM vault))

### raw-table-unnest [200, 500, 501]
SELECT * FROM unnest((SELECT list(secret) FROM vault)) t(x)

### raw-table-tablesample [100, 200, 500]
SELECT * FROM vault TABLESAMPLE 100%

### raw-table-pivot [100, 103, 200, 500]
SELECT * FROM vault PIVOT (count(*) FOR secret IN ('a'))

### raw-table-pivot-statement [100, 101, 103, 200, 500]
PIVOT vault ON secret USING count(*)

### raw-table-unpivot [100, 101, 103, 200, 500]
UNPIVOT vault ON secret

### raw-table-at-version [100, 103, 200, 500]
SELECT * FROM vault AT (VERSION => 1)

### raw-table-table-keyword [200, 500]
SELECT * FROM (TABLE vault) t

### raw-table-explain [200, 500]
EXPLAIN SELECT * FROM vault

### raw-table-explain-analyze [200, 500]
EXPLAIN ANALYZE SELECT * FROM vault

### entity-function-raw [200, 500, 501]
SELECT * FROM entity('vault')

### entity-function-three-parts [200, 500, 501]
SELECT * FROM entity('hostile.main.vault')

### entity-function-expression [100, 103, 200, 500]
SELECT * FROM entity('va' || 'ult')

### file-name-as-table [200, 500]
SELECT * FROM '${folder}/secret.csv'

### file-name-quoted-as-table [200, 500]
SELECT * FROM "${folder}/secret.csv"

### file-name-glob [200, 500]
SELECT * FROM '${folder}/*.csv'

### file-name-relative [200, 500]
SELECT * FROM 'secret.csv'

### file-name-join [200, 500]
SELECT * FROM customer JOIN '${folder}/secret.csv' f ON true

### file-name-cte [200, 500]
WITH t AS (FROM '${folder}/secret.csv') SELECT * FROM t

### file-name-url [200, 500]
SELECT * FROM 'http://localhost:1/x.parquet'

### file-name-etc-passwd [200, 500]
SELECT * FROM '/etc/passwd'

### database-file [200, 500]
SELECT * FROM '${folder}/hostile.duckdb'

### information-schema-tables [200, 500]
SELECT * FROM information_schema.tables

### information-schema-columns [200, 500]
SELECT column_name FROM information_schema.columns WHERE table_name = 'vault'

### information-schema-quoted [200, 500]
SELECT * FROM "information_schema"."schemata"

### information-schema-three-parts [200, 500]
SELECT * FROM system.information_schema.tables

### sqlite-master [200, 500]
SELECT * FROM sqlite_master

### sqlite-schema [200, 500]
SELECT * FROM sqlite_schema

### pg-catalog-class [200, 500]
SELECT * FROM pg_catalog.pg_class

### pg-class [200, 500]
SELECT relname FROM pg_class

### pg-tables [200, 500]
SELECT * FROM pg_tables

### pg-views [200, 500]
SELECT definition FROM pg_views

### pg-settings [200, 500]
SELECT * FROM pg_catalog.pg_settings

### duckdb-tables-view [200, 500]
SELECT * FROM duckdb_tables

### duckdb-logs-view [200, 500]
SELECT * FROM duckdb_logs

### pragma-database-list-view [200, 500]
SELECT * FROM pragma_database_list

### duckdb-tables [200, 500, 501]
SELECT * FROM duckdb_tables()

### duckdb-columns [200, 500, 501]
SELECT * FROM duckdb_columns()

### duckdb-views [200, 500, 501]
SELECT sql FROM duckdb_views()

### duckdb-settings [200, 500, 501]
SELECT * FROM duckdb_settings()

### duckdb-secrets [200, 500, 501]
SELECT * FROM duckdb_secrets()

### duckdb-functions [200, 500, 501]
SELECT * FROM duckdb_functions()

### duckdb-databases [200, 500, 501]
SELECT path FROM duckdb_databases()

### duckdb-variables [200, 500, 501]
SELECT * FROM duckdb_variables()

### duckdb-logs [200, 500, 501]
SELECT * FROM duckdb_logs()

### duckdb-temporary-files [200, 500, 501]
SELECT * FROM duckdb_temporary_files()

### duckdb-sequences [200, 500, 501]
SELECT * FROM duckdb_sequences()

### duckdb-external-file-cache [200, 500, 501]
SELECT * FROM duckdb_external_file_cache()

### duckdb-table-sample [200, 500, 501]
SELECT * FROM duckdb_table_sample('vault')

### duckdb-tables-qualified [200, 500, 501]
SELECT * FROM system.main.duckdb_tables()

### duckdb-tables-quoted [200, 500, 501]
SELECT * FROM "duckdb_tables"()

### duckdb-tables-upper-case [200, 500, 501]
SELECT * FROM DUCKDB_TABLES()

### pragma-table-info-function [200, 500, 501]
SELECT * FROM pragma_table_info('vault')

### pragma-database-size-function [200, 500, 501]
SELECT * FROM pragma_database_size()

### pragma-storage-info-function [200, 500, 501]
SELECT * FROM pragma_storage_info('vault')

### pragma-show-function [200, 500, 501]
SELECT * FROM pragma_show('vault')

### pragma-version-function [200, 500, 501]
SELECT * FROM pragma_version()

### pragma-user-agent-function [200, 500, 501]
SELECT * FROM pragma_user_agent()

### read-csv [200, 500, 501]
SELECT * FROM read_csv('${folder}/secret.csv')

### read-csv-auto [200, 500, 501]
SELECT * FROM read_csv_auto('${folder}/secret.csv')

### read-csv-upper-case [200, 500, 501]
SELECT * FROM READ_CSV('${folder}/secret.csv')

### read-csv-quoted [200, 500, 501]
SELECT * FROM "read_csv"('${folder}/secret.csv')

### read-csv-qualified [200, 500, 501]
SELECT * FROM main.read_csv('${folder}/secret.csv')

### read-csv-system [200, 500, 501]
SELECT * FROM system.main.read_csv('${folder}/secret.csv')

### read-csv-comment-before-parenthesis [200, 500, 501]
SELECT * FROM read_csv/**/ ('${folder}/secret.csv')

### read-csv-list [200, 500, 501]
SELECT * FROM read_csv(['${folder}/secret.csv'], header = true)

### read-csv-named-arguments [200, 500, 501]
SELECT * FROM read_csv('${folder}/secret.csv', columns = {'a': 'VARCHAR', 'b': 'VARCHAR'})

### read-csv-table-keyword [200, 500, 501]
SELECT * FROM TABLE(read_csv('${folder}/secret.csv'))

### read-csv-lateral [200, 500]
SELECT * FROM customer c, LATERAL read_csv('${folder}/secret.csv') t

### read-csv-join [200, 500]
SELECT * FROM customer c LEFT JOIN read_csv('${folder}/secret.csv') t ON true

### read-csv-subquery [200, 500, 501]
SELECT (SELECT secret FROM read_csv('${folder}/secret.csv') LIMIT 1)

### read-csv-exists [200, 500, 501]
SELECT 1 WHERE EXISTS (SELECT 1 FROM read_csv('${folder}/secret.csv') WHERE secret LIKE 'z%')

### read-csv-in-in [200, 500, 501]
SELECT id FROM customer WHERE name IN (SELECT secret FROM read_csv('${folder}/secret.csv'))

### read-csv-union [200, 500, 501]
SELECT name FROM customer UNION ALL SELECT secret FROM read_csv('${folder}/secret.csv')

### read-csv-cte [200, 500]
WITH t AS (SELECT * FROM read_csv('${folder}/secret.csv')) SELECT * FROM t

### read-csv-values [200, 500, 501]
VALUES ((SELECT max(secret) FROM read_csv('${folder}/secret.csv')))

### read-csv-order-by [200, 500, 501]
SELECT id FROM customer ORDER BY (SELECT max(secret) FROM read_csv('${folder}/secret.csv'))

### read-text [200, 500, 501]
SELECT content FROM read_text('${folder}/secret.csv')

### read-blob [200, 500, 501]
SELECT content FROM read_blob('${folder}/secret.csv')

### read-parquet [200, 500, 501]
SELECT * FROM read_parquet('${folder}/leak.parquet')

### parquet-scan [200, 500, 501]
SELECT * FROM parquet_scan('${folder}/leak.parquet')

### parquet-metadata [200, 500, 501]
SELECT * FROM parquet_metadata('${folder}/leak.parquet')

### parquet-schema [200, 500, 501]
SELECT * FROM parquet_schema('${folder}/leak.parquet')

### read-json [200, 500, 501]
SELECT * FROM read_json('${folder}/secret.csv')

### read-json-auto [200, 500, 501]
SELECT * FROM read_json_auto('${folder}/secret.csv')

### read-ndjson-objects [200, 500, 501]
SELECT * FROM read_ndjson_objects('${folder}/secret.csv')

### read-duckdb [200, 500, 501]
SELECT * FROM read_duckdb('${folder}/hostile.duckdb', table_name = 'vault')

### sniff-csv [200, 500, 501]
SELECT * FROM sniff_csv('${folder}/secret.csv')

### glob-function [200, 500, 501]
SELECT * FROM glob('${folder}/*')

### which-secret [200, 500, 501]
SELECT * FROM which_secret('s3://x', 's3')

### query-function [200, 500, 501]
SELECT * FROM query('SELECT secret FROM vault')

### query-function-qualified [200, 500, 501]
SELECT * FROM system.main.query('SELECT secret FROM vault')

### query-table-function [200, 500, 501]
SELECT * FROM query_table('vault')

### query-table-function-list [200, 500, 501]
SELECT * FROM query_table(['vault'])

### json-execute-serialized [200, 500, 501]
SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT secret FROM vault'))

### histogram-table-macro [200, 500, 501]
SELECT * FROM histogram(vault, secret)

### histogram-values-table-macro [200, 500, 501]
SELECT * FROM histogram_values(vault, secret)

### summary-function [200, 500, 501]
SELECT * FROM summary((SELECT * FROM vault))

### user-table-macro [200, 500, 501]
SELECT * FROM peek()

### seq-scan [200, 500, 501]
SELECT * FROM seq_scan()

### arrow-scan [200, 500, 501]
SELECT * FROM arrow_scan(1, 2, 3)

### checkpoint-function [200, 500, 501]
SELECT * FROM checkpoint()

### force-checkpoint-function [200, 500, 501]
SELECT * FROM force_checkpoint('hostile')

### enable-logging-function [200, 500, 501]
SELECT * FROM enable_logging()

### truncate-logs-function [200, 500, 501]
SELECT * FROM truncate_duckdb_logs()

### create-external-resource-function [200, 500, 501]
SELECT * FROM create_external_resource('x', {})

### postgres-scan [200, 500, 501]
SELECT * FROM postgres_scan('host=localhost', 'public', 'x')

### postgres-query [200, 500, 501]
SELECT * FROM postgres_query('db', 'SELECT 1')

### sqlite-scan [200, 500, 501]
SELECT * FROM sqlite_scan('${folder}/x.db', 'x')

### mysql-query [200, 500, 501]
SELECT * FROM mysql_query('db', 'SELECT 1')

### iceberg-scan [200, 500, 501]
SELECT * FROM iceberg_scan('${folder}')

### delta-scan [200, 500, 501]
SELECT * FROM delta_scan('${folder}')

### st-read [200, 500, 501]
SELECT * FROM st_read('${folder}/secret.csv')

### read-xlsx [200, 500, 501]
SELECT * FROM read_xlsx('${folder}/x.xlsx')

### dbgen [200, 500, 501]
SELECT * FROM dbgen(sf = 0.01)

### tpch-queries [200, 500, 501]
SELECT * FROM tpch_queries()

### unknown-table-function [200, 500, 501]
SELECT * FROM frobnicate('x')

### show-in-from [100, 101, 200, 500]
SELECT * FROM (SHOW TABLES)

### describe-in-from [100, 101, 200, 500]
SELECT * FROM (DESCRIBE vault)

### summarize-in-from [100, 101, 200, 500]
SELECT * FROM (SUMMARIZE vault)

### unknown-schema [200, 500]
SELECT * FROM nowhere.customer

### unknown-catalog [200, 500]
SELECT * FROM memory.entities.customer

### unknown-entity [200, 500]
SELECT * FROM customerz

### entity-four-parts [100, 200, 500]
SELECT * FROM a.b.c.customer

### entity-with-physical-schema [200, 500]
SELECT * FROM main.customer

### temp-table [200, 500]
SELECT * FROM temp.main.leak

### meta-unknown [200, 500]
SELECT * FROM meta.secrets

### bridges-unknown [200, 500]
SELECT * FROM bridges.vault
