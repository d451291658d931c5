Columns that are not features. Refused as an unknown feature or alias; or [no-leak]: refused with any code, or
answered without anything secret; or [no-rows]: refused, or answered with no row, as a row would tell something
of a hidden column that has the name of something visible.

### * [201, 202, 207]

### hidden-column [201, 202, 207]
SELECT ssn FROM customer

### hidden-column-qualified [201, 202, 207]
SELECT c.ssn FROM customer c

### hidden-column-quoted [201, 202, 207]
SELECT "ssn" FROM customer

### hidden-column-entity-qualified [201, 202, 207]
SELECT customer.ssn FROM customer

### hidden-column-schema-qualified [201, 202, 207]
SELECT entities.customer.ssn FROM customer

### hidden-column-physical-qualified [201, 202, 207]
SELECT customers.ssn FROM customer

### hidden-column-physical-path [201, 202, 207]
SELECT hostile.main.customers.ssn FROM customer

### hidden-column-entity-named-as-table [201, 202, 207]
SELECT note FROM audit

### hidden-column-entity-named-as-table-qualified [201, 202, 207]
SELECT main.audit.note FROM audit

### renamed-column-by-physical-name [201, 202, 207]
SELECT full_name FROM customer

### hidden-column-where [201, 202, 207]
SELECT id FROM customer WHERE ssn LIKE 'z%'

### hidden-column-group-by [201, 202, 207]
SELECT count(*) FROM customer GROUP BY ssn

### hidden-column-having [201, 202, 207]
SELECT city FROM customer GROUP BY city HAVING min(ssn) LIKE 'z%'

### hidden-column-order-by [201, 202, 207]
SELECT id FROM customer ORDER BY ssn

### hidden-column-order-by-expression [201, 202, 207]
SELECT id FROM customer ORDER BY length(ssn), pin

### hidden-column-qualify [201, 202, 207]
SELECT id FROM customer QUALIFY row_number() OVER (ORDER BY ssn) = 1

### hidden-column-window [201, 202, 207]
SELECT first_value(id) OVER (ORDER BY ssn) FROM customer

### hidden-column-window-clause [201, 202, 207]
SELECT rank() OVER w FROM customer WINDOW w AS (ORDER BY pin)

### hidden-column-aggregate [201, 202, 207]
SELECT max(ssn) FROM customer

### hidden-column-filter [201, 202, 207]
SELECT count(*) FILTER (WHERE ssn LIKE 'z%') FROM customer

### hidden-column-within-group [201, 202, 207]
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ssn) FROM customer

### hidden-column-aggregate-order-by [201, 202, 207]
SELECT string_agg(name, ',' ORDER BY ssn) FROM customer

### hidden-column-distinct-on [201, 202, 207]
SELECT DISTINCT ON (ssn) id FROM customer

### hidden-column-on [201, 202, 207]
SELECT c.id FROM customer c JOIN purchase p ON c.ssn = p.ssn

### hidden-column-on-one-side [201, 202, 207]
SELECT c.id FROM customer c JOIN purchase p ON c.id = p.customer_id AND p.pin > 0

### hidden-column-using [201, 202, 207]
SELECT c.id FROM customer c JOIN purchase p USING (ssn)

### hidden-column-using-with-feature [201, 202, 207]
SELECT c.id FROM customer c JOIN purchase p USING (id, pin)

### hidden-column-correlated [201, 202, 207]
SELECT id FROM customer c WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id AND c.ssn LIKE 'z%')

### hidden-column-correlated-unqualified [201, 202, 207]
SELECT id FROM customer c WHERE EXISTS (SELECT 1 FROM audit WHERE ssn LIKE 'z%')

### hidden-column-of-inner [201, 202, 207]
SELECT id FROM customer c WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.ssn LIKE 'z%')

### hidden-column-scalar-subquery [201, 202, 207]
SELECT (SELECT c.ssn) FROM customer c

### hidden-column-lateral [201, 202, 207]
SELECT t.x FROM customer c, LATERAL (SELECT c.ssn AS x) t

### hidden-column-lateral-unnest [201, 202, 207]
SELECT t.x FROM customer c, unnest([c.ssn]) AS t(x)

### hidden-column-table-function-argument [201, 202, 207]
SELECT t.x FROM customer c, range(c.pin) AS t(x)

### hidden-column-lambda [201, 202, 207]
SELECT list_transform([1], LAMBDA x: ssn) FROM customer

### hidden-column-list-comprehension [201, 202, 207]
SELECT [ssn FOR x IN [1]] FROM customer

### hidden-column-struct [201, 202, 207]
SELECT {'s': ssn} FROM customer

### hidden-column-list [201, 202, 207]
SELECT [ssn, pin] FROM customer

### hidden-column-method [201, 202, 207, 700]
SELECT ssn.upper() FROM customer

### hidden-column-cast [201, 202, 207]
SELECT pin::VARCHAR FROM customer

### hidden-column-case [201, 202, 207]
SELECT CASE ssn WHEN 'a' THEN 1 ELSE 2 END FROM customer

### hidden-column-in [201, 202, 207]
SELECT id FROM customer WHERE 'x' IN (ssn)

### hidden-column-like-pattern [201, 202, 207]
SELECT id FROM customer WHERE 'zq7' LIKE ssn

### hidden-column-interval [201, 202, 207]
SELECT DATE '2024-01-01' + INTERVAL (pin) DAY FROM customer

### hidden-column-values [201, 202, 207]
SELECT * FROM customer c, (VALUES (c.ssn)) v(x)

### hidden-column-subquery [201, 202, 207]
SELECT x FROM (SELECT ssn AS x FROM customer) t

### hidden-column-through-subquery [201, 202, 207]
SELECT t.ssn FROM (SELECT * FROM customer) t

### hidden-column-through-cte [201, 202, 207]
WITH t AS (SELECT * FROM customer) SELECT ssn FROM t

### hidden-column-through-nested-star [201, 202, 207]
SELECT ssn FROM (SELECT c.* FROM (SELECT * FROM customer) c) d

### hidden-column-union [201, 202, 207]
SELECT name FROM customer UNION ALL SELECT ssn FROM customer

### hidden-column-star-replace [201, 202, 207]
SELECT * REPLACE (ssn AS name) FROM customer

### hidden-column-star-exclude-other [201, 202, 207]
SELECT * EXCLUDE (id), ssn FROM customer

### hidden-column-grouping-sets [201, 202, 207]
SELECT count(*) FROM customer GROUP BY GROUPING SETS ((ssn), ())

### hidden-column-grouping [201, 202, 207]
SELECT grouping(ssn) FROM customer GROUP BY ROLLUP (city)

### hidden-column-limit [201, 202, 207]
SELECT id FROM customer LIMIT (SELECT max(pin) FROM customer)

### hidden-column-metric-filter [201, 202, 207]
SELECT METRIC('customers') FILTER (WHERE ssn LIKE 'z%') FROM customer

### hidden-column-default-join [201, 202, 207]
SELECT p.ssn FROM customer c JOIN purchase p

### hidden-column-beside-default-join [201, 202, 207]
SELECT ssn FROM customer JOIN purchase

### hidden-column-explain [201, 202, 207]
EXPLAIN SELECT ssn FROM customer

### hidden-column-of-renamed-alias [201, 202, 207]
SELECT x.ssn FROM customer AS x

### rowid [201, 202, 207]
SELECT rowid FROM customer

### rowid-qualified [201, 202, 207]
SELECT c.rowid FROM customer c

### rowid-quoted [201, 202, 207]
SELECT "rowid" FROM customer

### rowid-where [201, 202, 207]
SELECT id FROM customer WHERE rowid = 0

### rowid-order-by [201, 202, 207]
SELECT id FROM customer ORDER BY rowid

### rowid-upper-case [201, 202, 207]
SELECT ROWID FROM audit

### filename-virtual-column [201, 202, 207]
SELECT filename FROM customer

### ctid [201, 202, 207]
SELECT ctid FROM customer

### tableoid [201, 202, 207]
SELECT tableoid FROM customer

### oid [201, 202, 207]
SELECT c.oid FROM customer c

### xmin [201, 202, 207]
SELECT xmin FROM customer

### whole-row [no-leak]
SELECT c FROM customer c

### whole-row-entity-name [no-leak]
SELECT customer FROM customer

### whole-row-entity-named-as-table [no-leak]
SELECT audit FROM audit

### whole-row-quoted [no-leak]
SELECT "c" FROM customer c

### whole-row-text [no-leak]
SELECT c::VARCHAR FROM customer c

### whole-row-cast [no-leak]
SELECT CAST(c AS VARCHAR) FROM customer c

### whole-row-to-json [no-leak]
SELECT to_json(c) FROM customer c

### whole-row-row-to-json [no-leak]
SELECT row_to_json(c) FROM customer c

### whole-row-list [no-leak]
SELECT list(c) FROM customer c

### whole-row-any-value [no-leak]
SELECT any_value(audit) FROM audit

### whole-row-arg-max [no-leak]
SELECT arg_max(c, id) FROM customer c

### whole-row-max [no-leak]
SELECT max(c) FROM customer c

### whole-row-unnest [no-leak]
SELECT unnest(c) FROM customer c

### whole-row-struct-extract [no-leak]
SELECT struct_extract(c, 'ssn') FROM customer c

### whole-row-bracket [no-leak]
SELECT c['ssn'] FROM customer c

### whole-row-bracket-number [no-leak]
SELECT c[4] FROM customer c

### whole-row-parenthesised-field [no-leak]
SELECT (c).ssn FROM customer c

### whole-row-parenthesised-star [no-leak]
SELECT (c).* FROM customer c

### whole-row-struct-pack [no-leak]
SELECT struct_pack(r := c) FROM customer c

### whole-row-row [no-leak]
SELECT row(c) FROM customer c

### whole-row-list-literal [no-leak]
SELECT [c] FROM customer c

### whole-row-struct-literal [no-leak]
SELECT {'r': c} FROM customer c

### whole-row-coalesce [no-leak]
SELECT coalesce(c, NULL) FROM customer c

### whole-row-concat [no-leak]
SELECT c || '' FROM customer c

### whole-row-concat-function [no-leak]
SELECT concat(c) FROM customer c

### whole-row-format [no-leak]
SELECT format('{}', c) FROM customer c

### whole-row-hash-where [no-leak]
SELECT id FROM customer c WHERE hash(c) = 0

### whole-row-comparison [no-leak]
SELECT id FROM customer c WHERE c > row(0, '', '', 'zq7', 0, 0)

### whole-row-order-by [no-leak]
SELECT id FROM customer c ORDER BY c

### whole-row-group-by [no-leak]
SELECT count(*) FROM customer c GROUP BY c

### whole-row-distinct-count [no-leak]
SELECT count(DISTINCT c) FROM customer c

### whole-row-subquery [no-leak]
SELECT x FROM (SELECT c AS x FROM customer c) t

### whole-row-subquery-field [no-leak]
SELECT x.ssn FROM (SELECT c AS x FROM customer c) t

### whole-row-cte [no-leak]
WITH t AS (SELECT c AS x FROM customer c) SELECT x.ssn FROM t

### whole-row-correlated [no-leak]
SELECT (SELECT to_json(c)) FROM customer c

### whole-row-lateral [no-leak]
SELECT t.x FROM customer c, LATERAL (SELECT c AS x) t

### whole-row-lambda [no-leak]
SELECT list_transform([1], LAMBDA x: c) FROM customer c

### whole-row-method [no-leak]
SELECT c.to_json() FROM customer c

### whole-row-chained [no-leak]
SELECT c.struct_extract('ssn') FROM customer c

### whole-row-joined [no-leak]
SELECT p FROM customer c JOIN purchase p ON c.id = p.customer_id

### whole-row-is-null [no-leak]
SELECT c IS NULL FROM customer c

### whole-row-window [no-leak]
SELECT lag(c) OVER (ORDER BY c.id) FROM customer c

### whole-row-json-arrow [no-leak]
SELECT to_json(c) ->> 'ssn' FROM customer c

### whole-row-update-struct [no-leak]
SELECT struct_update(c, id := 0) FROM customer c

### whole-row-keys [no-leak]
SELECT struct_keys(c) FROM customer c

### whole-row-typeof [no-leak]
SELECT typeof(c) FROM customer c

### columns-star [no-leak]
SELECT COLUMNS(*) FROM customer

### columns-star-qualified [no-leak]
SELECT COLUMNS(c.*) FROM customer c

### columns-regex [no-leak]
SELECT COLUMNS('s.n|pin') FROM customer

### columns-regex-all [no-leak]
SELECT COLUMNS('.*') FROM audit

### columns-lambda [no-leak]
SELECT COLUMNS(LAMBDA x: x LIKE '%n%') FROM customer

### columns-list [no-leak]
SELECT COLUMNS(['ssn', 'pin']) FROM customer

### columns-unpacked [no-leak]
SELECT concat(*COLUMNS(*)) FROM customer

### columns-struct-pack [no-leak]
SELECT struct_pack(*COLUMNS(*)) FROM audit

### columns-aggregate [no-leak]
SELECT max(COLUMNS(*)) FROM customer

### columns-where [no-leak]
SELECT id FROM customer WHERE COLUMNS(*) IS NOT NULL

### columns-order-by [no-leak]
SELECT id FROM customer ORDER BY COLUMNS('ssn')

### columns-exclude [no-leak]
SELECT COLUMNS(* EXCLUDE (id)) FROM customer

### columns-exclude-hidden [no-leak]
SELECT COLUMNS(* EXCLUDE (ssn)) FROM customer

### columns-subquery [no-leak]
SELECT (SELECT max(COLUMNS('ssn')) FROM customer)

### columns-joined [no-leak]
SELECT COLUMNS('pin|ssn') FROM customer JOIN purchase ON customer.id = purchase.customer_id

### star-exclude-hidden [no-leak]
SELECT * EXCLUDE (ssn) FROM customer

### star-like [no-leak]
SELECT * LIKE 's%' FROM customer

### star-similar [no-leak]
SELECT * SIMILAR TO 's.n' FROM customer

### star-rename-hidden [no-leak]
SELECT * RENAME (ssn AS name2) FROM customer

### star-replace-hidden-target [no-leak]
SELECT * REPLACE ('x' AS ssn) FROM customer

### star-of-audit [no-leak]
SELECT * FROM audit

### star-qualified-physical [no-leak]
SELECT customers.* FROM customer

### star-schema-qualified [no-leak]
SELECT main.audit.* FROM audit

### star-in-subquery [no-leak]
SELECT * FROM (SELECT * FROM audit) t

### star-in-exists [no-leak]
SELECT id FROM customer c WHERE EXISTS (SELECT c.*)

### star-row [no-leak]
SELECT row(*) FROM audit

### star-list-of-row [no-leak]
SELECT list(row(a.*)) FROM audit a

### star-count [no-leak]
SELECT count(audit.*) FROM audit

### natural-join [no-leak]
SELECT * FROM customer NATURAL JOIN purchase

### natural-join-self [no-leak]
SELECT * FROM audit a NATURAL JOIN audit b

### natural-left-join-count [no-leak]
SELECT count(*) FROM customer NATURAL LEFT JOIN purchase

### using-feature-star [no-leak]
SELECT * FROM customer JOIN purchase USING (id)

### asof-using [no-leak]
SELECT * FROM customer ASOF JOIN purchase USING (id, pin)

### positional-join-star [no-leak]
SELECT * FROM audit POSITIONAL JOIN audit b

### union-by-name-star [no-leak]
SELECT * FROM audit UNION ALL BY NAME SELECT * FROM customer

### table-statement [no-leak]
TABLE audit

### from-first-star [no-leak]
FROM audit

### pivot-hidden [no-leak]
PIVOT customer ON ssn USING count(*)

### pivot-hidden-grouped [no-leak]
PIVOT customer ON city USING max(ssn)

### pivot-implicit-groups [no-leak]
PIVOT audit ON action USING count(*)

### unpivot-all [no-leak]
UNPIVOT audit ON COLUMNS(*)

### unpivot-hidden [no-leak]
SELECT * FROM customer UNPIVOT (v FOR n IN (ssn, name))

### unpivot-rest [no-leak]
UNPIVOT (SELECT * FROM audit) ON action

### positional-reference [no-leak]
SELECT #4 FROM customer

### positional-reference-where [no-leak]
SELECT id FROM customer WHERE #4 LIKE 'z%'

### positional-reference-order-by [no-leak]
SELECT id FROM customer ORDER BY #4

### positional-reference-joined [no-leak]
SELECT #3 FROM audit a

### ordinal-order-by-too-big [no-leak]
SELECT id, name FROM customer ORDER BY 4

### ordinal-group-by-too-big [no-leak]
SELECT count(*) FROM audit GROUP BY 3

### group-by-all-star [no-leak]
SELECT * FROM audit GROUP BY ALL

### order-by-all [no-leak]
SELECT * FROM audit ORDER BY ALL

### distinct-star [no-leak]
SELECT DISTINCT * FROM audit

### distinct-on-star [no-leak]
SELECT DISTINCT ON (city) * FROM customer

### alias-column-list-longer [no-leak]
SELECT * FROM audit AS a(x, y, z)

### alias-column-list-hidden [no-leak]
SELECT z FROM audit AS a(x, y, z)

### alias-column-list-as-hidden-name [no-leak]
SELECT ssn FROM customer AS c(ssn, b)

### self-join-hidden [no-leak]
SELECT a.* FROM customer a JOIN customer b ON a.id = b.id AND a.name = b.name

### lateral-star [no-leak]
SELECT * FROM audit a, LATERAL (SELECT a.*) t

### sample-star [no-leak]
SELECT * FROM audit USING SAMPLE 100%

### summarize-entity [no-leak]
SUMMARIZE audit

### describe-entity [no-leak]
DESCRIBE audit

### explain-entity [no-leak]
EXPLAIN ANALYZE SELECT * FROM audit

### conversion-error [no-leak]
SELECT name::INTEGER FROM customer

### summary-of-entity [no-leak]
SELECT * FROM summary((SELECT * FROM audit))

### json-of-star [no-leak]
SELECT json_object('a', a.*) FROM audit a

### alias-reference-order-by [no-leak]
SELECT name AS ssn FROM customer ORDER BY ssn

### alias-reference-group-by [no-leak]
SELECT city AS ssn, count(*) FROM customer GROUP BY ssn

### meta-features [no-leak]
SELECT * FROM meta.features

### meta-lineage [no-leak]
SELECT * FROM meta.lineage

### default-join-star [no-leak]
SELECT * FROM customer JOIN purchase

### metric-name-injection [no-leak]
SELECT METRIC('customers'') FROM customer --') FROM customer

### metric-name-sql [no-leak]
SELECT METRIC('max(ssn)') FROM customer

### metric-name-quoted [no-leak]
SELECT METRIC('customers") , max(c.ssn') FROM customer c

### join-name-injection [no-leak]
SELECT c.id FROM customer c JOIN purchase p USING ('customer_purchases OR true')

### alias-injection [no-leak]
SELECT id AS "x"", ssn AS ""y" FROM customer

### entity-function-injection [no-leak]
SELECT * FROM entity('customer; DROP TABLE vault')

### entity-function-alias-injection [no-leak]
SELECT * FROM entity('customer') AS "c, vault v"

### oracle-alias-where [no-rows]
SELECT 'no' AS ssn FROM customer WHERE ssn LIKE 'zq7%'

### oracle-alias-where-number [no-rows]
SELECT 0 AS pin FROM customer WHERE pin > 1000

### oracle-alias-having [no-rows]
SELECT city, 'no' AS ssn FROM customer GROUP BY city, ssn HAVING ssn LIKE 'zq7%'

### oracle-alias-qualify [no-rows]
SELECT 'no' AS ssn FROM customer QUALIFY ssn LIKE 'zq7%'

### oracle-alias-on-entity-named-as-table [no-rows]
SELECT 'no' AS note FROM audit WHERE note LIKE 'zq7%'

### oracle-alias-expression [no-rows]
SELECT id + 1 AS pin, pin AS other FROM customer WHERE other > 1000

### oracle-alias-in-select [no-rows]
SELECT 0 AS pin, pin + 1 AS next FROM customer WHERE next > 1000

### oracle-lambda-parameter [no-rows]
SELECT id FROM customer WHERE list_filter(['no'], LAMBDA ssn: ssn LIKE 'zq7%') <> []

### oracle-cte-column [no-rows]
WITH t(ssn) AS (SELECT 'no') SELECT t.ssn FROM t, customer c WHERE t.ssn LIKE 'zq7%'

### oracle-cte-column-unqualified [no-rows]
WITH t(ssn) AS (SELECT 'no') SELECT 1 FROM t, customer c WHERE ssn LIKE 'zq7%'

### oracle-outer-scope [no-rows]
SELECT 1 FROM (SELECT 'no' AS ssn) o WHERE EXISTS (SELECT 1 FROM customer WHERE ssn LIKE 'zq7%')

### oracle-outer-scope-note [no-rows]
SELECT 1 FROM (SELECT 'no' AS note) o WHERE EXISTS (SELECT 1 FROM audit WHERE note LIKE 'zq7%')

### oracle-using-with-derived [no-rows]
SELECT 1 FROM audit JOIN (SELECT 'zq7-secret-column-four' AS note) t USING (note)

### oracle-natural-with-derived [no-rows]
SELECT 1 FROM (SELECT 99 AS id, 774411 AS pin) t NATURAL JOIN customer

### oracle-struct-field [no-rows]
SELECT 1 FROM customer c, (SELECT {'ssn': 'no'} AS c2) t WHERE c2.ssn LIKE 'zq7%'

### oracle-like-outer-list [no-rows]
SELECT t.x FROM (SELECT ['no'] AS ssn) o, unnest(o.ssn) AS t(x), customer WHERE t.x LIKE 'zq7%'
