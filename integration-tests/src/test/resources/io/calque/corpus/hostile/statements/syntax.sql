What is no SQL at all, and what is too much of it. With [escapes], \uXXXX, \n, \t and \r are the characters and
{{n*text}} is the text n times.

DuckDB recurses on the native stack: on a Java thread of the usual size, deep-functions-900, deep-plus-chain-900
and deep-subqueries end the whole JVM with a segmentation fault (2.0.0.1). Calque has to refuse such depth
itself, before its own parser's stack is exhausted too.

### * [100]

### empty


### blank [100, escapes]
   

### newlines [100, escapes]
\n\n\t

### only-semicolon
;

### only-semicolons
;;;

### only-line-comment
-- nothing

### only-block-comment
/* nothing */

### only-nested-comment
/* a /* b */ c */

### comment-then-semicolon
/* x */ ;

### unclosed-string
SELECT 'abc

### unclosed-identifier
SELECT "abc

### unclosed-comment
SELECT 1 /* abc

### unclosed-nested-comment [100, no-leak]
SELECT 1 /* a /* b */

### unclosed-dollar-quote
SELECT $$abc

### unclosed-tagged-dollar-quote
SELECT $x$abc$y$

### unclosed-escape-string [100, 700]
SELECT E'abc\'

### unclosed-parenthesis
SELECT (1

### unclosed-function
SELECT upper(name FROM customer

### unopened-parenthesis
SELECT 1)

### unclosed-bracket
SELECT [1, 2

### unclosed-brace
SELECT {'a': 1

### unclosed-jdbc-escape [100]
SELECT {fn upper('a')

### mismatched-brackets
SELECT [1)

### comment-end-only
SELECT 1 */

### select-only [100]
SELECT

### select-from
SELECT FROM customer

### select-star-from
SELECT * FROM

### from-only
FROM

### where-nothing
SELECT id FROM customer WHERE

### double-where
SELECT id FROM customer WHERE id = 1 WHERE id = 2

### missing-comma-operand
SELECT id,, name FROM customer

### order-by-nothing
SELECT id FROM customer ORDER BY

### group-nothing
SELECT id FROM customer GROUP BY

### join-nothing
SELECT id FROM customer JOIN

### union-nothing
SELECT id FROM customer UNION

### with-nothing
WITH

### with-no-query
WITH t AS (SELECT 1)

### case-without-end
SELECT CASE WHEN true THEN 1

### cast-nothing
SELECT CAST(id AS) FROM customer

### operator-only
SELECT + FROM customer

### explain-nothing
EXPLAIN

### explain-explain [100, 101]
EXPLAIN EXPLAIN SELECT 1

### two-froms
SELECT 1 FROM customer FROM customer

### nul [100, escapes]
SELECT\u0000 1

### nul-only [100, escapes]
\u0000

### nul-in-identifier [100, 103, 201, escapes]
SELECT "a\u0000b" FROM customer

### nul-in-string [100, 102, 103, escapes]
SELECT 'a\u0000'; DROP TABLE vault

### lone-high-surrogate [100, 201, escapes]
SELECT \ud800 FROM customer

### lone-low-surrogate [100, 201, escapes]
SELECT \udc00 FROM customer

### lone-surrogate-in-identifier [100, 103, 201, escapes]
SELECT "\ud800" FROM customer

### replacement-character [100, 201, escapes]
SELECT \ufffd FROM customer

### zero-width-space [no-leak, escapes]
SELECT\u200b1

### right-to-left-override [100, escapes]
SELECT \u202e 1 FROM

### smart-quotes [100, 201, escapes]
SELECT \u2018a\u2019 FROM customer

### full-width-letters [100, 101, escapes]
\uff33\uff25\uff2c\uff25\uff23\uff34 1

### control-characters [100, 101, escapes]
\u0001\u0002\u0003

### emoji [100, 101, escapes]
\ud83e\udd86

### deep-unclosed-parentheses [100, 103, escapes]
SELECT {{5000*(}}

### deep-unopened [100, escapes]
SELECT 1{{5000*)}}

### deep-unclosed-brackets [100, 103, escapes]
SELECT {{5000*[}}

### deep-unclosed-functions [100, 103, escapes]
SELECT {{5000*abs(}}1

### deep-unclosed-subqueries [100, 103, escapes]
SELECT * FROM {{3000*(SELECT * FROM }}

### deep-unclosed-case [100, 103, escapes]
SELECT {{3000*CASE WHEN }}

### deep-unclosed-comments [100, escapes]
SELECT 1 {{5000*/*}}

### deep-parentheses [100, 103, 700, no-leak, escapes]
SELECT {{5000*(}}1{{5000*)}}

### deep-not [100, 103, 700, no-leak, escapes]
SELECT {{5000*NOT }}true

### deep-minus [100, 103, 700, no-leak, escapes]
SELECT {{5000*- }}1

### deep-plus-chain [100, 103, 700, no-leak, escapes]
SELECT 1{{20000* + 1}}

### deep-functions-900 [100, 103, 700, no-leak, escapes]
SELECT {{900*abs(}}1{{900*)}}

### deep-plus-chain-900 [100, 103, 700, no-leak, escapes]
SELECT 1{{900* + 1}}

### deep-subqueries [100, 103, 700, no-leak, escapes]
SELECT * FROM {{1000*(SELECT * FROM }}customer{{1000*)}}

### deep-unions [100, 103, 700, no-leak, escapes]
SELECT 1{{3000* UNION ALL SELECT 1}}

### deep-casts [100, 103, 700, no-leak, escapes]
SELECT 1{{3000*::INTEGER}}

### many-columns [100, 103, 700, no-leak, escapes]
SELECT 1{{20000*, 1}}

### long-identifier [100, 103, 201, escapes]
SELECT {{100000*a}} FROM customer

### long-string [100, 103, 700, no-leak, escapes]
SELECT '{{1000000*x}}' AS s FROM customer WHERE false

### long-comment [100, 103, 700, no-leak, escapes]
SELECT id FROM customer WHERE false /* {{1000000*x}} */

### megabyte-of-letters [100, 101, escapes]
{{1000000*x}}

### megabyte-of-words [100, 201, escapes]
SELECT {{200000*frob }}

### megabyte-of-quotes [100, escapes]
SELECT {{499999*''}}'

### megabyte-of-symbols [100, 101, escapes]
{{250000*#$%!}}

### megabyte-of-blanks [100, escapes]
{{1000000* }}

### megabyte-of-semicolons [100, 102, escapes]
{{1000000*;}}

### megabyte-of-selects [100, escapes]
{{140000*SELECT }}
