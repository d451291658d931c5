### text-case-and-length [ordered]
SELECT id, upper(name) AS up, lower(city) AS low, length(name) AS len, strlen(city) AS bytes FROM people ORDER BY id

### text-concat-operator [ordered]
SELECT id, name || ' from ' || city AS label FROM people ORDER BY id

### text-concat-function-skips-null [ordered]
SELECT id, concat(name, '/', city) AS a, concat_ws(', ', name, city, country) AS b FROM people ORDER BY id

### text-substring-forms [ordered]
SELECT id, substring(name, 2, 2) AS a, substring(name FROM 2 FOR 2) AS b, substr(name, -2) AS c, name[1:2] AS d, left(name, 1) AS e, right(name, 2) AS f FROM people ORDER BY id

### text-trim-forms [ordered]
SELECT id, trim('  x ' || country || '  ') AS a, ltrim('xx' || country, 'x') AS b, rtrim(country || 'yy', 'y') AS c, trim(BOTH 'N' FROM country) AS d, trim(LEADING 'T' FROM country) AS e FROM people WHERE id <= 12 ORDER BY id

### text-position-forms
SELECT id, position('o' IN city) AS a, strpos(city, 'o') AS b, instr(city, 'a') AS c FROM people

### text-padding [ordered]
SELECT id, lpad(name, 8, '*') AS l, rpad(name, 8, '-') AS r, repeat(country, 2) AS rep, reverse(name) AS rev FROM people ORDER BY id

### text-replace-translate
SELECT DISTINCT replace(city, ' ', '_') AS a, translate(city, 'abc', 'xyz') AS b, overlay(country PLACING 'Q' FROM 1 FOR 1) AS c FROM people

### text-split
SELECT id, string_split(email, '@') AS parts, split_part(email, '@', 2) AS domain, str_split(city, ' ') AS words, string_to_array(email, '.') AS arr FROM people

### text-like-forms
SELECT id, title, title LIKE '%a' AS a, title ILIKE 'B%' AS b, title NOT LIKE '%a%' AS c, title LIKE '%\%%' ESCAPE '\' AS d, title NOT ILIKE '%G%' AS e FROM documents

### text-like-operators
SELECT id, title ~~ '%a' AS a, title !~~ '%a' AS b, title ~~* 'A%' AS c, title !~~* 'A%' AS d, title ~~~ '*a' AS e FROM documents

### text-glob
SELECT id, title GLOB '[A-Z]*' AS g FROM documents

### text-similar-to
SELECT id FROM documents WHERE title SIMILAR TO '(Alpha|beta).*'

### text-starts-ends-contains [ordered]
SELECT id, starts_with(city, 'O') AS s, ends_with(city, 'o') AS e, contains(city, 'a') AS c, prefix(city, 'An') AS p, suffix(city, 'lo') AS x, city ^@ 'N' AS op FROM people ORDER BY id

### text-format-printf [ordered]
SELECT id, format('{} is {:.1f} cm', name, height) AS f, printf('%05d|%s', id, country) AS p FROM people WHERE height IS NOT NULL AND name IS NOT NULL ORDER BY id

### text-unicode [ordered]
SELECT id, unicode(name) AS u, ord(name) AS o, ascii(name) AS a, chr(65 + id % 26) AS c, strip_accents(name) AS s, nfc_normalize(name) AS n, length_grapheme(name) AS g, left_grapheme(name, 2) AS lg FROM people ORDER BY id

### text-unicode-literals
SELECT id, name FROM people WHERE name IN ('李雷', 'Łukasz', 'Zoë 🦆')

### text-hash-and-encodings
SELECT id, md5(title) AS m, sha256(title) AS s, sha1(title) AS s1, base64(encode(title)) AS b, to_base64(encode(title)) AS tb, hex(title) AS h, url_encode(title) AS u FROM documents

### text-hash-function
SELECT count(DISTINCT hash(name)) AS n FROM people

### text-distance-functions
SELECT DISTINCT name, levenshtein(name, 'Anna') AS l, damerau_levenshtein(name, 'Anna') AS d, jaccard(name, 'Anna') AS j, jaro_similarity(name, 'Anna') AS js, jaro_winkler_similarity(name, 'Anna') AS jw, editdist3(name, 'Anna') AS e FROM people WHERE name IS NOT NULL

### text-hamming
SELECT DISTINCT hamming(country, 'NO') AS h, mismatches(country, 'TR') AS m FROM people

### text-bar
SELECT id, bar(id, 0, 60, 10) AS b FROM people WHERE id % 10 = 0

### text-to-number-bases
SELECT id, bin(id) AS b, hex(id) AS h, to_base(id, 36) AS t FROM people

### text-initials-chained-methods
SELECT id, name.upper().substring(1, 1) AS i FROM people

### text-collate [ordered]
SELECT DISTINCT name FROM people WHERE name COLLATE NOCASE = 'ANN' ORDER BY name

### text-collate-order [ordered]
SELECT id, name FROM people ORDER BY name COLLATE NOCASE.NOACCENT NULLS LAST, id

### text-string-agg [ordered]
SELECT country, string_agg(name, ', ' ORDER BY name, id) AS names FROM people GROUP BY country ORDER BY country

### text-parse-path
SELECT id, parse_filename('/a/b' || id || '/c.txt') AS f, parse_dirname('/a/b' || id || '/c.txt') AS d, parse_path('/a/' || id) AS p FROM documents WHERE id < 4

### text-format-bytes
SELECT id, format_bytes(id * 12345) AS f, formatReadableSize(id * 12345) AS r FROM documents
