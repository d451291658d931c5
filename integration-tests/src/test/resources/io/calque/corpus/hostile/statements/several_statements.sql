Two statements in one text, however the second is hidden.

### * [102]

### two-selects
SELECT 1; SELECT 2

### select-then-drop
SELECT id FROM customer; DROP TABLE vault

### select-then-delete-no-space
SELECT 1;DELETE FROM vault

### three-with-trailing
SELECT 1; SELECT 2; SELECT 3;

### two-semicolons-then-verb [102]
SELECT 1;; DROP TABLE vault

### after-string
SELECT 'a;b'; DROP TABLE vault

### after-doubled-quote
SELECT 'it''s;'; DROP TABLE vault

### after-backslash-quote [102]
SELECT 'a\'; DROP TABLE vault; --'

### after-escape-string [102, 100]
SELECT E'a\';'; DROP TABLE vault

### after-quoted-identifier
SELECT id AS "a;b" FROM customer; DROP TABLE vault

### after-doubled-identifier-quote
SELECT id AS "a"";" FROM customer; DROP TABLE vault

### after-dollar-quote [102, 100]
SELECT $$ ; ' $$; DROP TABLE vault

### after-tagged-dollar-quote [102, 100]
SELECT $a$ ; $$ ; $a$; DROP TABLE vault

### after-block-comment
SELECT 1 /* ; */; DROP TABLE vault

### after-nested-comment
SELECT 1 /* /* */ ; */; DROP TABLE vault

### hidden-by-non-nesting-lexer
SELECT 1 /* /* */ */; DROP TABLE vault; /* */

### quote-inside-comment
SELECT 1 /* ' */; DROP TABLE vault --'

### quote-inside-line-comment
SELECT 1 -- it's
; DROP TABLE vault --'

### comment-between
SELECT 1; /* x */ DROP TABLE vault

### insert-after-cte
WITH t AS (SELECT 1) SELECT * FROM t; INSERT INTO vault VALUES (9, 'x')

### semicolon-in-parentheses [100, 102]
SELECT (1; DROP TABLE vault)

### explain-then-drop
EXPLAIN SELECT 1; DROP TABLE vault

### attach-after-select
SELECT 1; ATTACH '${folder}/leak.duckdb' AS leak

### set-after-select
SELECT 1; SET threads = 1

### begin-drop-commit [101, 102]
BEGIN; DROP TABLE vault; COMMIT

### drop-then-select [101, 102]
DROP TABLE vault; SELECT 1

### after-line-comment
SELECT 1 -- ;
; DROP TABLE vault

### after-carriage-return [102, escapes]
SELECT 1 -- x\r; DROP TABLE vault

### after-line-separator [102, escapes, no-leak]
SELECT 1 -- x\u2028; DROP TABLE vault

### full-width-semicolon [100, 102, 103, escapes]
SELECT 1\uff1b DROP TABLE vault

### greek-question-mark [100, 102, 103, escapes]
SELECT 1\u037e DROP TABLE vault

### nul-then-statement [100, 102, escapes]
SELECT 1\u0000; DROP TABLE vault

### without-semicolon [100, 102]
SELECT 1 DROP TABLE vault

### newlines-between
SELECT 1;


DROP TABLE vault

