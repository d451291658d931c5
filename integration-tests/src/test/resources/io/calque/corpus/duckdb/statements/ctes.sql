### cte-simple
WITH big AS (SELECT * FROM sales WHERE price > 30) SELECT region, count(*) AS n FROM big GROUP BY region

### cte-several-and-chained
WITH a AS (SELECT person_id, sum(price) AS s FROM sales GROUP BY person_id), b AS (SELECT * FROM a WHERE s > 100) SELECT p.name, b.s FROM people p JOIN b ON b.person_id = p.id

### cte-column-list
WITH t (k, v) AS (SELECT region, count(*) FROM sales GROUP BY region) SELECT v, k FROM t

### cte-hides-entity
WITH people AS (SELECT 1 AS id, 'only me' AS name) SELECT id, name FROM people

### cte-hides-entity-in-part
WITH sales AS (SELECT id, price FROM sales WHERE region = 'north') SELECT count(*) AS n, sum(price) AS p FROM sales

### cte-materialized-hints
WITH a AS MATERIALIZED (SELECT id FROM people), b AS NOT MATERIALIZED (SELECT id FROM sales) SELECT count(*) AS n FROM a JOIN b ON a.id = b.id

### cte-in-subquery
SELECT id FROM people WHERE id IN (WITH t AS (SELECT person_id FROM sales WHERE quantity > 10) SELECT person_id FROM t)

### cte-nested
WITH outer_t AS (WITH inner_t AS (SELECT id FROM people WHERE id < 5) SELECT id * 2 AS d FROM inner_t) SELECT d FROM outer_t

### cte-recursive-numbers
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) SELECT i FROM n

### cte-recursive-hierarchy
WITH RECURSIVE chain AS (SELECT id, manager_id, 0 AS depth, [id] AS path FROM people WHERE manager_id IS NULL UNION ALL SELECT p.id, p.manager_id, c.depth + 1, c.path || [p.id] FROM people p JOIN chain c ON p.manager_id = c.id) SELECT id, depth, path FROM chain

### cte-recursive-graph-with-cycle
WITH RECURSIVE reach(src, dst) AS (SELECT src, dst FROM edges UNION SELECT r.src, e.dst FROM reach r, edges e WHERE r.dst = e.src) SELECT src, dst FROM reach

### cte-recursive-using-key
WITH RECURSIVE dist(node, d) USING KEY (node) AS (SELECT 1, 0 UNION (SELECT e.dst, min(t.d + e.weight) FROM dist t JOIN edges e ON e.src = t.node LEFT JOIN recurring.dist r ON r.node = e.dst WHERE r.d IS NULL OR t.d + e.weight < r.d GROUP BY e.dst)) SELECT node, d FROM dist

### cte-recursive-shortest-path
WITH RECURSIVE p AS (SELECT src, dst, weight AS w, 1 AS hops FROM edges WHERE src = 1 UNION ALL SELECT p.src, e.dst, p.w + e.weight, p.hops + 1 FROM p JOIN edges e ON p.dst = e.src WHERE p.hops < 6) SELECT dst, min(w) AS best FROM p GROUP BY dst

### cte-used-twice
WITH t AS (SELECT region, sum(price) AS s FROM sales GROUP BY region) SELECT a.region, b.region AS other FROM t a JOIN t b ON a.s > b.s

### cte-with-values
WITH v(id, label) AS (VALUES (1, 'one'), (2, 'two')) SELECT p.name, v.label FROM people p JOIN v USING (id)

### cte-in-set-operation
WITH t AS (SELECT id FROM people WHERE id < 4) SELECT id FROM t UNION ALL SELECT id + 100 FROM t

### cte-order-and-limit-inside [ordered]
WITH top AS (SELECT id, price FROM sales ORDER BY price DESC, id LIMIT 5) SELECT * FROM top ORDER BY id

### cte-scoped-to-branch
SELECT id FROM people WHERE id < 3 UNION ALL (WITH people AS (SELECT 99 AS id) SELECT id FROM people)
