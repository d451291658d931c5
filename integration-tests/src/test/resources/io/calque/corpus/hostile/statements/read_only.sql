What is not a query: refused whether it parses or not, with the word "read-only" where the code is 101.

### * [101]

### create-table
CREATE TABLE leak (i INTEGER)

### create-table-as
CREATE TABLE leak AS SELECT * FROM vault

### create-or-replace-table
CREATE OR REPLACE TABLE vault AS SELECT 1 AS id

### create-temp-table
CREATE TEMP TABLE leak AS SELECT 1 AS i

### create-view
CREATE VIEW leak AS SELECT * FROM customer

### create-macro
CREATE MACRO leak() AS (SELECT secret FROM vault)

### create-function
CREATE OR REPLACE FUNCTION leak(x) AS x + 1

### create-table-macro
CREATE MACRO leak() AS TABLE SELECT * FROM vault

### create-schema
CREATE SCHEMA leak

### create-sequence
CREATE SEQUENCE leak

### create-type
CREATE TYPE leak AS ENUM ('a')

### create-index
CREATE INDEX leak ON customers (city)

### create-secret
CREATE SECRET leak (TYPE S3, KEY_ID 'a', SECRET 'b')

### create-trigger
CREATE TRIGGER leak AFTER INSERT ON vault FOR EACH ROW DELETE FROM vault

### drop-table
DROP TABLE vault

### drop-table-if-exists
DROP TABLE IF EXISTS customers CASCADE

### drop-view
DROP VIEW vault_view

### drop-entity
DROP TABLE customer

### drop-schema
DROP SCHEMA main CASCADE

### drop-sequence
DROP SEQUENCE ticket

### drop-macro
DROP MACRO TABLE peek

### alter-add-column
ALTER TABLE customers ADD COLUMN x INTEGER

### alter-drop-column
ALTER TABLE customers DROP COLUMN ssn

### alter-rename
ALTER TABLE customers RENAME TO leak

### alter-view
ALTER VIEW vault_view RENAME TO leak

### alter-database
ALTER DATABASE hostile RENAME TO leak

### insert-values
INSERT INTO vault VALUES (2, 'x')

### insert-select
INSERT INTO vault SELECT id, name FROM customer

### insert-entity
INSERT INTO customer (id, name) VALUES (9, 'x')

### insert-or-replace
INSERT OR REPLACE INTO vault VALUES (1, 'x')

### insert-on-conflict
INSERT INTO vault VALUES (1, 'x') ON CONFLICT DO UPDATE SET secret = 'y'

### insert-returning
INSERT INTO vault VALUES (2, 'x') RETURNING secret

### insert-by-name
INSERT INTO vault BY NAME SELECT 3 AS id

### update
UPDATE vault SET secret = 'x'

### update-entity
UPDATE customer SET name = 'x' WHERE id = 1

### update-from
UPDATE vault SET secret = c.name FROM customer c WHERE c.id = vault.id

### update-returning
UPDATE vault SET secret = secret RETURNING secret

### delete
DELETE FROM vault

### delete-entity
DELETE FROM customer WHERE id = 1

### delete-returning
DELETE FROM vault RETURNING *

### delete-using
DELETE FROM vault USING customers WHERE vault.id = customers.id

### truncate
TRUNCATE vault

### truncate-table
TRUNCATE TABLE vault

### merge-into
MERGE INTO vault USING customers c ON vault.id = c.id WHEN MATCHED THEN DELETE

### merge-not-matched
MERGE INTO vault v USING (SELECT 5 AS id) s ON v.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (5, 'x')

### upsert
UPSERT INTO vault VALUES (1, 'x')

### replace-into
REPLACE INTO vault VALUES (1, 'x')

### copy-table-to
COPY vault TO '${folder}/leak.csv'

### copy-query-to
COPY (SELECT * FROM vault) TO '${folder}/leak.parquet' (FORMAT parquet)

### copy-entity-to
COPY (SELECT * FROM customer) TO 'leak.csv'

### copy-to-stdout
COPY vault TO '/dev/stdout'

### copy-from
COPY vault FROM '${folder}/secret.csv'

### copy-database
COPY FROM DATABASE hostile TO memory

### export-database
EXPORT DATABASE '${folder}/leak'

### import-database
IMPORT DATABASE '${folder}/leak'

### attach
ATTACH '${folder}/leak.duckdb' AS leak

### attach-memory
ATTACH ':memory:' AS leak

### attach-or-replace
ATTACH OR REPLACE DATABASE '${folder}/leak.duckdb' AS leak (READ_WRITE)

### detach
DETACH hostile

### install
INSTALL httpfs

### force-install
FORCE INSTALL spatial FROM 'http://localhost:1'

### load
LOAD httpfs

### load-path
LOAD '${folder}/leak.duckdb_extension'

### update-extensions
UPDATE EXTENSIONS

### pragma-call
PRAGMA database_list

### pragma-assignment
PRAGMA memory_limit = '1GB'

### pragma-table-info
PRAGMA table_info('vault')

### pragma-show-tables
PRAGMA show_tables

### pragma-import
PRAGMA import_database('${folder}')

### set-threads
SET threads = 1

### set-global
SET GLOBAL enable_external_access = true

### set-session-variable
SET VARIABLE leak = (SELECT secret FROM vault)

### set-persist
SET persistent_secrets = false

### reset
RESET threads

### call-pragma
CALL pragma_database_size()

### call-force-checkpoint
CALL force_checkpoint()

### call-enable-logging
CALL enable_logging()

### checkpoint
CHECKPOINT

### force-checkpoint
FORCE CHECKPOINT hostile

### vacuum
VACUUM

### vacuum-analyze
VACUUM ANALYZE customers

### analyze
ANALYZE

### comment-on
COMMENT ON TABLE vault IS 'x'

### prepare
PREPARE leak AS SELECT * FROM vault

### execute
EXECUTE leak

### deallocate
DEALLOCATE leak

### explain-delete
EXPLAIN DELETE FROM vault

### explain-analyze-delete
EXPLAIN ANALYZE DELETE FROM vault

### explain-analyze-insert
EXPLAIN ANALYZE INSERT INTO vault VALUES (7, 'x')

### explain-copy
EXPLAIN ANALYZE COPY vault TO '${folder}/leak.csv'

### explain-create
EXPLAIN ANALYZE CREATE TABLE leak AS SELECT 1

### cte-delete
WITH d AS (DELETE FROM vault RETURNING *) SELECT * FROM d

### cte-update
WITH u AS (UPDATE vault SET secret = 'x' RETURNING secret) SELECT * FROM u

### cte-insert
WITH i AS (INSERT INTO vault VALUES (8, 'x') RETURNING id) SELECT * FROM i

### cte-then-insert
WITH t AS (SELECT 9 AS id, 'x' AS s) INSERT INTO vault SELECT * FROM t

### cte-then-update
WITH t AS (SELECT 1) UPDATE vault SET secret = 'x'

### cte-then-delete
WITH t AS (SELECT 1) DELETE FROM vault

### cte-then-merge
WITH t AS (SELECT 1 AS id) MERGE INTO vault USING t ON vault.id = t.id WHEN MATCHED THEN DELETE

### case-mixed
dRoP tAbLe vault

### case-lower
delete from vault

### grant
GRANT SELECT ON vault TO PUBLIC

### revoke
REVOKE ALL ON vault FROM PUBLIC

### create-user
CREATE USER leak PASSWORD 'x'

### create-role
CREATE ROLE leak SUPERUSER

### alter-system
ALTER SYSTEM SET shared_buffers = '1GB'

### alter-session
ALTER SESSION SET CURRENT_SCHEMA = leak

### postgres-do
DO $$ BEGIN DELETE FROM vault; END $$

### postgres-listen
LISTEN leak

### postgres-notify
NOTIFY leak, 'x'

### postgres-lock
LOCK TABLE vault IN ACCESS EXCLUSIVE MODE

### postgres-cluster
CLUSTER vault

### postgres-reindex
REINDEX TABLE vault

### postgres-refresh
REFRESH MATERIALIZED VIEW leak

### postgres-copy-program
COPY vault TO PROGRAM 'cat > /tmp/leak'

### postgres-declare-cursor
DECLARE leak CURSOR FOR SELECT * FROM vault

### mysql-load-data
LOAD DATA INFILE '${folder}/secret.csv' INTO TABLE vault

### mysql-handler
HANDLER vault OPEN

### mysql-rename-table
RENAME TABLE vault TO leak

### mysql-kill
KILL 1

### mysql-flush
FLUSH PRIVILEGES

### sqlserver-exec
EXEC xp_cmdshell 'dir'

### sqlserver-execute-immediate
EXECUTE IMMEDIATE 'DROP TABLE vault'

### sqlserver-bulk-insert
BULK INSERT vault FROM '${folder}/secret.csv'

### sqlserver-shutdown
SHUTDOWN WITH NOWAIT

### oracle-plsql [101, 102]
BEGIN DELETE FROM vault; END

### oracle-purge
PURGE RECYCLEBIN

### snowflake-put
PUT file://${folder}/secret.csv @leak

### snowflake-undrop
UNDROP TABLE vault

### snowflake-unload
UNLOAD ('SELECT * FROM vault') TO 's3://leak'

### bigquery-export
EXPORT DATA OPTIONS (uri = 'gs://leak') AS SELECT * FROM customer

### spark-msck
MSCK REPAIR TABLE vault

### spark-optimize
OPTIMIZE vault

### spark-insert-overwrite
INSERT OVERWRITE DIRECTORY '${folder}/leak' SELECT * FROM customer

### insert-not-parseable
INSERT INTO vault VALUES (((

### drop-not-parseable
DROP TABLE vault CASCADE CONSTRAINTS PURGE NOW PLEASE

### delete-not-parseable
DELETE vault WHERE LIMIT

### update-not-parseable
UPDATE vault SET SET = =

### create-not-parseable
CREATE

### white-space-before [101, escapes]
\n\t\r\n   DELETE FROM vault

### white-space-odd [101, escapes]
DELETE\u000b FROM\u000c vault

### white-space-unicode [101, escapes]
\u00a0DELETE\u00a0FROM\u00a0vault

### white-space-byte-order-mark [101, escapes]
\ufeffDELETE FROM vault

### comment-line-before
-- SELECT 1
DELETE FROM vault

### comment-line-carriage-return [101, escapes]
-- SELECT 1\rDELETE FROM vault

### comment-block-before
/* SELECT 1 */ DROP TABLE vault

### comment-nested-before
/* a /* b */ c */ DROP TABLE vault

### comment-hint-before
/*+ hint */ UPDATE vault SET secret = 1

### comment-inside-verb-phrase
DROP/**/TABLE/**/vault

### comment-many-before
-- a
-- b
/* c */ /* d */ -- e
TRUNCATE vault

### comment-mysql-conditional [101, 100]
/*!50000 DROP TABLE vault */

### parenthesis-before
(DELETE FROM vault)

### parentheses-before
((( DROP TABLE vault )))

### parenthesis-unclosed [100, 101]
(DELETE FROM vault

### parenthesis-with-comment
(/* x */ INSERT INTO vault VALUES (9, 'x'))

### semicolon-after
DELETE FROM vault;

### semicolon-before [101, 102, 100]
;DELETE FROM vault

### quoted-entity-target
DELETE FROM "customer"

### select-into [101, 100, 103]
SELECT * INTO leak FROM customer

### select-into-outfile [101, 100, 103]
SELECT * FROM customer INTO OUTFILE '${folder}/leak.csv'

### select-into-temp [101, 100, 103]
SELECT id INTO TEMP leak FROM customer

### select-for-update [101, 100, 103, 700, no-leak]
SELECT id FROM customer FOR UPDATE

### delete-in-from [101, 100]
SELECT * FROM (DELETE FROM vault RETURNING *) t

### insert-in-from [101, 100]
SELECT * FROM (INSERT INTO vault VALUES (9, 'x') RETURNING *)

### update-in-scalar-subquery [101, 100]
SELECT (UPDATE vault SET secret = 'x' RETURNING secret)

### delete-in-exists [101, 100]
SELECT 1 WHERE EXISTS (DELETE FROM vault RETURNING 1)

### jdbc-escape-call [101, 100, 501]
{call force_checkpoint()}

### jdbc-escape-call-result [101, 100, 501]
{? = call leak()}

### show-tables [101, 500]
SHOW TABLES

### show-all-tables [101, 500]
SHOW ALL TABLES

### show-databases [101, 500]
SHOW DATABASES

### describe-raw-table [101, 200, 500]
DESCRIBE vault

### describe-query [101, 200, 500]
DESCRIBE SELECT * FROM vault

### summarize-raw-table [101, 200, 500]
SUMMARIZE vault

### summarize-file [101, 200, 500]
SUMMARIZE '${folder}/secret.csv'

### use-other-database [101]
USE memory

### duckdb-function-verb [100, 101, 200, 500]
FROM vault SELECT secret

### from-first-insert [100, 101]
FROM customer INSERT INTO vault SELECT 1

### table-raw [100, 101, 200, 500]
TABLE vault

### values-then-insert [100, 101]
VALUES (1) INSERT INTO vault VALUES (9, 'x')

### only-verb
DROP

### verb-quoted [101, 100]
"DROP" TABLE vault

### unknown-verb [101, 100]
FROBNICATE THE vault

### prose [101, 100]
please delete everything from the vault
