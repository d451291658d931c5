### regex-matches-function
SELECT id FROM people WHERE regexp_matches(email, '^p[0-9]+@example')

### regex-tilde-is-full-match
SELECT id, country ~ '[NT].' AS a, country !~ 'N.*' AS b FROM people

### regex-full-match
SELECT id, regexp_full_match(title, '[A-Za-z ]+') AS m FROM documents

### regex-extract-group
SELECT id, regexp_extract(email, '([a-z0-9]+)@([a-z]+)\.', 2) AS d, regexp_extract(body, 'no\. (\d+)', 1) AS n FROM people JOIN documents USING (id)

### regex-extract-names
SELECT id, regexp_extract(email, '(\w+)@(\w+)', ['local', 'host']) AS parts FROM people WHERE email IS NOT NULL

### regex-extract-all
SELECT id, regexp_extract_all(body, '[0-9]+') AS numbers FROM documents

### regex-replace-global
SELECT id, regexp_replace(body, '[aeiou]', '_', 'g') AS r, regexp_replace(title, '(\w)(\w)', '\2\1') AS swapped FROM documents

### regex-replace-case-insensitive
SELECT id, regexp_replace(title, 'A', '-', 'gi') AS r FROM documents

### regex-split
SELECT id, regexp_split_to_array(body, '\s+') AS words, string_split_regex(title, '[ _.]') AS t FROM documents

### regex-split-to-table
SELECT id, regexp_split_to_table(title, '[ _.]') AS w FROM documents

### regex-escape
SELECT id, regexp_escape(title) AS e FROM documents

### regex-backslash-literal
SELECT id FROM documents WHERE regexp_matches(title, '\.b\*') OR title = 'a\b'

### regex-options
SELECT id FROM people WHERE regexp_matches(name, 'ANN', 'i')
