### ident-case-insensitive
SELECT ID, Name, PEOPLE.City FROM People WHERE iD < 5

### ident-quoted
SELECT "id", "name" AS "The Name", p."city" FROM "people" AS p

### ident-quoted-other-case
SELECT "ID", "Name" FROM "PEOPLE" WHERE "Id" < 4

### ident-reserved-words-as-columns
SELECT date, year, value, time FROM sales JOIN events USING (id)

### ident-column-named-user
SELECT "user", count(*) AS n FROM people GROUP BY "user"

### ident-quoted-reserved-and-spaces
SELECT "order", "Group", "Head Count", b."Head Count" + 1 AS more FROM budgets b

### ident-quoted-group-and-order [ordered]
SELECT "Group", max("order") AS o FROM budgets GROUP BY "Group" ORDER BY "Group" DESC

### ident-function-and-column-of-one-name
SELECT id, year(date) AS y, year, date, time FROM sales JOIN events USING (id) WHERE year(date) = year

### ident-value-date-qualified
SELECT s.date, s.year, s.value, s.date + 1 AS next FROM sales s WHERE s.value > 10 AND s.date > DATE '2023-06-01'

### ident-alias-unicode
SELECT id AS "kimlik №", name AS "isim 🦆" FROM people WHERE id < 4

### ident-alias-with-quote
SELECT id AS "a""b" FROM people WHERE id < 4

### ident-unquoted-unicode
SELECT id AS ünï, ünï + 1 AS größe FROM people WHERE id < 4

### ident-non-reserved-keywords-as-alias
SELECT id AS first, name AS last, city AS type, country AS key, salary AS level FROM people

### ident-keyword-table-alias
SELECT rows.id, data.price FROM people rows JOIN sales data ON data.id = rows.id

### ident-same-alias-in-two-scopes
SELECT t.id FROM (SELECT t.id FROM people t) t WHERE EXISTS (SELECT 1 FROM sales t WHERE t.person_id = 3)

### lit-strings
SELECT 'it''s' AS a, '' AS b, 'a"b' AS c, '-- no comment' AS d, '/* nor this */' AS e, 'semi;colon' AS f, '?' AS g, '{not} :a $1' AS h

### lit-dollar-quoted
SELECT $$it's 'raw'$$ AS a, $tag$with $$ inside$tag$ AS b

### lit-escape-string
SELECT E'tab\there\nand \'quote\' \\ \x41' AS a

### lit-adjacent-and-multiline
SELECT 'line one
line two' AS a, length('x
y') AS n

### lit-hex-binary-numbers
SELECT '\x00\xFF'::BLOB AS a, '1010'::BIT AS b, 1e-3 AS c, 007 AS d

### lit-booleans-and-null
SELECT true AS a, FALSE AS b, NULL AS c, 't'::BOOLEAN AS d

### lit-typed
SELECT INTEGER '42' AS a, DOUBLE '1.5' AS b, DECIMAL(5, 2) '1.23' AS c, BLOB 'ab' AS d, UUID '00000000-0000-4000-8000-000000000001' AS e

### lit-interval-forms
SELECT INTERVAL 3 DAY AS a, INTERVAL '1' YEAR AS b, INTERVAL '2 hours 5 minutes' AS c, INTERVAL (1 + 1) MONTH AS d, -INTERVAL '1 day' AS e

### lit-long-list
SELECT count(*) AS n FROM people WHERE id IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)

### lit-question-mark-in-text
SELECT id FROM documents WHERE title = '?' OR body LIKE '%fox?%' OR id = 3

### comment-line-and-block
SELECT id -- the key; not the name
  /* and /* nested */ still */, name FROM people -- done

### comment-leading
-- a leading comment
/* and another */ SELECT count(*) AS n FROM people

### comment-hints-and-quotes
SELECT /*+ keep 'this */ id, name /* "quoted */ FROM people -- it's; fine

### comment-between-clauses [ordered]
SELECT region, -- group
       count(*) AS n
FROM sales /* all */ WHERE quantity > 1 -- and 'this
GROUP BY region
-- order
ORDER BY region

### space-odd-white-space
SELECT	id
,name
	FROM
people	WHERE id<5

### op-operator-functions
SELECT id, id + 1 = 2 AS a, name || NULL AS b, add(id, 1) AS c, subtract(id, 1) AS d, multiply(id, 2) AS e, id IS NULL AS f, NOT (id = 1) AS g FROM people

### op-string-slices-and-methods
SELECT id, name[1] AS a, name[-2:] AS b, 'hello'[2:3] AS c, 'x'.upper() AS d, (name || 'z').length() AS e FROM people

### op-qualified-function-names
SELECT id, main.upper(name) AS a, system.main.lower(name) AS b FROM people

### op-named-arguments
SELECT id, struct_pack(a := id, b := name) AS s, unnest([{'x': {'y': id}}], recursive := true) FROM people

### op-collation-in-group
SELECT lower(name) COLLATE NOACCENT AS n, count(*) AS c FROM people GROUP BY lower(name) COLLATE NOACCENT

### op-at-time-zone-chain
SELECT id, seen_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS t FROM events
