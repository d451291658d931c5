### lateral-subquery
SELECT p.id, t.id AS sale, t.price FROM people p, LATERAL (SELECT s.id, s.price FROM sales s WHERE s.person_id = p.id ORDER BY s.price DESC, s.id LIMIT 2) t

### lateral-left-join
SELECT p.id, t.n FROM people p LEFT JOIN LATERAL (SELECT count(*) AS n, max(price) AS m FROM sales s WHERE s.person_id = p.id HAVING count(*) > 3) t ON true

### lateral-implicit
SELECT p.id, d.double FROM people p, (SELECT p.id * 2 AS double) d

### lateral-unnest
SELECT p.id, t.tag FROM people p, unnest(p.tags) AS t(tag)

### lateral-cross-join-unnest
SELECT p.id, u.x FROM people p CROSS JOIN UNNEST(p.scores) AS u(x) WHERE u.x > 5

### lateral-chained
SELECT p.id, b.y FROM people p, LATERAL (SELECT p.id + 1 AS x) a, LATERAL (SELECT a.x * 2 AS y) b

### lateral-range
SELECT p.id, r.i FROM people p, range(p.id) AS r(i) WHERE p.id < 6

### lateral-with-aggregate-over-unnest
SELECT p.id, (SELECT sum(x) FROM unnest(p.scores) AS u(x)) AS s FROM people p
