-- features of the entity's own table
-- SELECT id, city, german_town FROM buyer
SELECT id, city, german_town
FROM (
  SELECT t.no AS id, t."TOWN" AS city, CASE WHEN (t.country = 'de') THEN t.town END AS german_town
  FROM fair.market.buyers AS t
) AS buyer;

-- names that need quotes
-- SELECT "Group", "select" AS "a b" FROM order o
SELECT "Group", "select" AS "a b"
FROM (SELECT t."two words" AS "Group", t."select" FROM fair.market.odd AS t) o;

-- names through a subquery and a CTE
-- WITH t AS (SELECT id, MixedCase FROM (SELECT "Group" AS id, MixedCase FROM order) x) SELECT t.MixedCase, COUNT(*) AS n FROM t GROUP BY t.MixedCase ORDER BY n
WITH t AS (
  SELECT id, "MixedCase"
  FROM (
    SELECT "Group" AS id, "MixedCase"
    FROM (
      SELECT t."two words" AS "Group", t.mixed AS "MixedCase" FROM fair.market.odd AS t
    ) AS "order"
  ) x
)
SELECT t."MixedCase", COUNT(*) AS n
FROM t
GROUP BY t."MixedCase"
ORDER BY n;

-- a column of a related table
-- SELECT id, country FROM buyer
SELECT id, country
FROM (
  SELECT t.no AS id, r1.name AS country
  FROM fair.market.buyers AS t
  LEFT JOIN fair.market.countries AS r1 ON (t.country = r1.code)
) AS buyer;

-- the default join
-- SELECT b.city, p.amount FROM buyer b JOIN purchase p
SELECT b.city, p.amount
FROM (SELECT t.no AS id, t."TOWN" AS city FROM fair.market.buyers AS t) b
JOIN (SELECT t.buyer AS buyer_id, t.amount FROM fair.market.purchases AS t) p ON (b.id = p.buyer_id);

-- a named join, and a condition of one's own
-- SELECT b.city, p.amount FROM buyer b LEFT JOIN purchase p ON paid AND p.amount > ?
SELECT b.city, p.amount
FROM (SELECT t.no AS id, t."TOWN" AS city FROM fair.market.buyers AS t) b
LEFT JOIN (
  SELECT t.payer AS payer_id, t.amount FROM fair.market.purchases AS t
) p ON (b.id = p.payer_id)
  AND p.amount > ?;

-- FULL JOIN over a direct join
-- SELECT b.id, p.id FROM buyer b FULL JOIN purchase p
SELECT b.id, p.id
FROM (SELECT t.no AS id FROM fair.market.buyers AS t) b
FULL JOIN (
  SELECT t.no AS id, t.buyer AS buyer_id FROM fair.market.purchases AS t
) p ON (b.id = p.buyer_id);

-- a lookup
-- SELECT b.city, h.name FROM buyer b JOIN hobby h
SELECT b.city, h.name
FROM (SELECT t.no AS id, t."TOWN" AS city FROM fair.market.buyers AS t) b
JOIN (
  (SELECT b1.buyer AS buyer_1, b1.hobby AS hobby_1 FROM fair.market.has_hobby AS b1) AS has_hobby_1
  JOIN (SELECT t.no AS id, t.name FROM fair.market.hobbies AS t) h ON (has_hobby_1.hobby_1 = h.id)
) ON (b.id = has_hobby_1.buyer_1);

-- LEFT JOIN over a lookup
-- SELECT b.city, h.name FROM buyer b LEFT JOIN hobby h
SELECT b.city, h.name
FROM (SELECT t.no AS id, t."TOWN" AS city FROM fair.market.buyers AS t) b
LEFT JOIN (
  (SELECT b1.buyer AS buyer_1, b1.hobby AS hobby_1 FROM fair.market.has_hobby AS b1) AS has_hobby_1
  JOIN (SELECT t.no AS id, t.name FROM fair.market.hobbies AS t) h ON (has_hobby_1.hobby_1 = h.id)
) ON (b.id = has_hobby_1.buyer_1);

-- RIGHT JOIN over a lookup
-- SELECT b.city, h.name FROM buyer b RIGHT JOIN hobby h
SELECT b.city, h.name
FROM (
  (SELECT t.no AS id, t."TOWN" AS city FROM fair.market.buyers AS t) b
  JOIN (
    SELECT b1.buyer AS buyer_1, b1.hobby AS hobby_1 FROM fair.market.has_hobby AS b1
  ) AS has_hobby_1 ON (b.id = has_hobby_1.buyer_1)
)
RIGHT JOIN (
  SELECT t.no AS id, t.name FROM fair.market.hobbies AS t
) h ON (has_hobby_1.hobby_1 = h.id);

-- FULL JOIN over a lookup
-- SELECT b.city, h.name FROM buyer b FULL JOIN hobby h
-- refused: redshift has no FULL JOIN over bridges; write the LEFT JOIN, then UNION ALL, then the rows of hobby that meet none

-- metric features
-- SELECT id, spent, purchases, margin FROM buyer
SELECT id, spent, purchases, margin
FROM (
  SELECT
    t.no AS id,
    r1.v1 AS spent,
    COALESCE(r1.v2, 0) AS purchases,
    (r1.v3 * 1.0 / NULLIF(r1.v1, 0)) AS margin
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      SUM(s.amount) AS v1,
      COUNT(*) AS v2,
      SUM(s.amount - s.cost) AS v3,
      TRUE AS calque_present
    FROM (SELECT t.buyer AS buyer_id, t.amount, t.cost FROM fair.market.purchases AS t) AS s
    GROUP BY s.buyer_id
  ) AS r1 ON t.no = r1.k1
) AS buyer;

-- metric features with filters on text, number and date
-- SELECT id, quoted, dear, in_january FROM buyer
SELECT id, quoted, dear, in_january
FROM (
  SELECT
    t.no AS id,
    COALESCE(r1.v1, 0) AS quoted,
    COALESCE(r1.v2, 0) AS dear,
    COALESCE(r1.v3, 0) AS in_january
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      COUNT(CASE WHEN (s.shop = 'it''s') THEN 1 END) AS v1,
      COUNT(CASE WHEN (s.amount >= 30) THEN 1 END) AS v2,
      COUNT(
        CASE
          WHEN (
            s.day >= CAST('2024-01-01' AS TIMESTAMP) AND s.day <= CAST('2024-01-31' AS TIMESTAMP)
          )
            THEN 1
        END
      ) AS v3,
      TRUE AS calque_present
    FROM (SELECT t.buyer AS buyer_id, t.shop, t.amount, t.day FROM fair.market.purchases AS t) AS s
    GROUP BY s.buyer_id
  ) AS r1 ON t.no = r1.k1
) AS buyer;

-- a metric feature over an OR
-- SELECT id, involved_in FROM buyer
SELECT id, involved_in
FROM (
  SELECT t.no AS id, COALESCE(r1.v1, 0) AS involved_in
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT s.c1 AS k1, COUNT(*) AS v1, TRUE AS calque_present
    FROM (
      SELECT DISTINCT b1.id AS c1, b2.id AS c2
      FROM (SELECT t.no AS id FROM fair.market.buyers AS t) AS b1
      JOIN (
        SELECT t.buyer AS buyer_id, t.payer AS payer_id, t.no AS id FROM fair.market.purchases AS t
      ) AS b2 ON (b1.id = b2.buyer_id OR b1.id = b2.payer_id)
    ) AS s
    GROUP BY s.c1
  ) AS r1 ON (t.no = r1.k1 OR t.no IS NULL AND r1.k1 IS NULL)
) AS buyer;

-- a metric feature over a lookup
-- SELECT id, hobby_hours FROM buyer
SELECT id, hobby_hours
FROM (
  SELECT t.no AS id, r1.v1 AS hobby_hours
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT s.c1 AS k1, SUM(s.c3) AS v1, TRUE AS calque_present
    FROM (
      SELECT DISTINCT b1.buyer AS c1, b2.id AS c2, b2.hours AS c3
      FROM fair.market.has_hobby AS b1
      JOIN (SELECT t.no AS id, t.hours FROM fair.market.hobbies AS t) AS b2 ON (b1.hobby = b2.id)
    ) AS s
    GROUP BY s.c1
  ) AS r1 ON t.no = r1.k1
) AS buyer;

-- first_last, ties by key
-- SELECT id, last_shop, first_amount FROM buyer
SELECT id, last_shop, first_amount
FROM (
  SELECT t.no AS id, r1.v1 AS last_shop, r2.v1 AS first_amount
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      s.shop AS v1,
      ROW_NUMBER() OVER (
        PARTITION BY s.buyer_id ORDER BY CASE WHEN s.day IS NULL THEN 1 ELSE 0 END,
        s.day DESC,
        CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
        s.id ASC
      ) AS n
    FROM (
      SELECT t.buyer AS buyer_id, t.day, t.no AS id, t.shop FROM fair.market.purchases AS t
    ) AS s
  ) AS r1 ON t.no = r1.k1
    AND r1.n = 1
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      s.amount AS v1,
      ROW_NUMBER() OVER (
        PARTITION BY s.buyer_id ORDER BY CASE WHEN s.day IS NULL THEN 1 ELSE 0 END,
        s.day ASC,
        CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
        s.id ASC
      ) AS n
    FROM (
      SELECT t.buyer AS buyer_id, t.day, t.no AS id, t.amount FROM fair.market.purchases AS t
    ) AS s
  ) AS r2 ON t.no = r2.k1
    AND r2.n = 1
) AS buyer;

-- the second, filtered, and from a table
-- SELECT second_amount, first_cheap, mildest_complaint FROM buyer
SELECT second_amount, first_cheap, mildest_complaint
FROM (
  SELECT r1.v1 AS second_amount, r2.v1 AS first_cheap, r3.v1 AS mildest_complaint
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      s.amount AS v1,
      ROW_NUMBER() OVER (
        PARTITION BY s.buyer_id ORDER BY CASE WHEN s.day IS NULL THEN 1 ELSE 0 END,
        s.day ASC,
        CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
        s.id ASC
      ) AS n
    FROM (
      SELECT t.buyer AS buyer_id, t.day, t.no AS id, t.amount FROM fair.market.purchases AS t
    ) AS s
  ) AS r1 ON t.no = r1.k1
    AND r1.n = 2
  LEFT JOIN (
    SELECT
      s.buyer_id AS k1,
      s.id AS v1,
      ROW_NUMBER() OVER (
        PARTITION BY s.buyer_id ORDER BY CASE WHEN s.day IS NULL THEN 1 ELSE 0 END,
        s.day ASC,
        CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
        s.id ASC
      ) AS n
    FROM (
      SELECT t.buyer AS buyer_id, t.day, t.no AS id, t.amount FROM fair.market.purchases AS t
    ) AS s
    WHERE (s.amount < 30)
  ) AS r2 ON t.no = r2.k1
    AND r2.n = 1
  LEFT JOIN (
    SELECT
      s.buyer AS k1,
      s.about AS v1,
      ROW_NUMBER() OVER (
        PARTITION BY s.buyer ORDER BY CASE WHEN s.level IS NULL THEN 1 ELSE 0 END,
        s.level ASC,
        CASE WHEN s.about IS NULL THEN 1 ELSE 0 END,
        s.about ASC
      ) AS n
    FROM fair.market.complaints AS s
  ) AS r3 ON t.no = r3.k1
    AND r3.n = 1
) AS buyer;

-- a metric in place
-- SELECT city, METRIC('mean_spent') FROM buyer GROUP BY city
SELECT city, AVG(buyer.spent * 1.0) AS mean_spent
FROM (
  SELECT t."TOWN" AS city, r1.v1 AS spent
  FROM fair.market.buyers AS t
  LEFT JOIN (
    SELECT s.buyer_id AS k1, SUM(s.amount) AS v1, TRUE AS calque_present
    FROM (SELECT t.buyer AS buyer_id, t.amount FROM fair.market.purchases AS t) AS s
    GROUP BY s.buyer_id
  ) AS r1 ON t.no = r1.k1
) AS buyer
GROUP BY city;

-- metrics over a fan-out
-- SELECT b.city, METRIC('b.credits'), METRIC('b.buyers'), METRIC('p.margin'), METRIC('p.shops') FROM buyer b JOIN purchase p GROUP BY b.city
SELECT
  s_1.c_7 AS city,
  SUM(CASE WHEN s_1.c_2 THEN s_1.c_1 END) AS credits,
  COUNT(CASE WHEN s_1.c_2 THEN 1 END) AS buyers,
  (
    SUM(CASE WHEN s_1.c_5 THEN s_1.c_3 - s_1.c_4 END) * 1.0 / NULLIF(
      SUM(CASE WHEN s_1.c_5 THEN s_1.c_3 END), 0
    )
  ) AS margin,
  COUNT(DISTINCT CASE WHEN s_1.c_5 THEN s_1.c_6 END) AS shops
FROM (
  SELECT
    b.credit AS c_1,
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY b.city, b.calque_present, b.id
    ) = 1 AS c_2,
    p.amount AS c_3,
    p.cost AS c_4,
    p.calque_present IS NOT NULL AS c_5,
    p.shop AS c_6,
    b.city AS c_7
  FROM (
    SELECT t.no AS id, t."TOWN" AS city, t.credit, TRUE AS calque_present
    FROM fair.market.buyers AS t
  ) b
  JOIN (
    SELECT t.buyer AS buyer_id, t.amount, t.cost, t.shop, TRUE AS calque_present
    FROM fair.market.purchases AS t
  ) p ON (b.id = p.buyer_id)
) AS s_1
GROUP BY s_1.c_7;

-- metrics over outer joins and a chasm
-- SELECT METRIC('b.buyers'), METRIC('got.amount'), METRIC('paid.purchases') FROM buyer b LEFT JOIN purchase got USING ('b.bought') LEFT JOIN purchase paid USING ('b.paid')
SELECT
  COUNT(CASE WHEN s_1.c_1 THEN 1 END) AS buyers,
  SUM(CASE WHEN s_1.c_3 THEN s_1.c_2 END) AS amount,
  COUNT(CASE WHEN s_1.c_4 THEN 1 END) AS purchases
FROM (
  SELECT
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY b.calque_present, b.id
    ) = 1 AS c_1,
    got.amount AS c_2,
    got.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY got.calque_present, got.id
    ) = 1 AS c_3,
    paid.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY paid.calque_present, paid.id
    ) = 1 AS c_4
  FROM (SELECT t.no AS id, TRUE AS calque_present FROM fair.market.buyers AS t) b
  LEFT JOIN (
    SELECT t.no AS id, t.buyer AS buyer_id, t.amount, TRUE AS calque_present
    FROM fair.market.purchases AS t
  ) got ON (b.id = got.buyer_id)
  LEFT JOIN (
    SELECT t.no AS id, t.payer AS payer_id, TRUE AS calque_present FROM fair.market.purchases AS t
  ) paid ON (b.id = paid.payer_id)
) AS s_1;

-- FILTER on a metric, with a parameter
-- SELECT METRIC('b.credits') FILTER (WHERE p.amount > ?) FROM buyer b LEFT JOIN purchase p
SELECT SUM(CASE WHEN s_1.c_2 THEN s_1.c_1 END) AS credits
FROM (
  SELECT
    b.credit AS c_1,
    b.calque_present IS NOT NULL AND COALESCE(p.amount > ?, FALSE) AND ROW_NUMBER() OVER (
      PARTITION BY b.calque_present, b.id, COALESCE(p.amount > ?, FALSE)
    ) = 1 AS c_2,
    p.amount AS c_3
  FROM (SELECT t.no AS id, t.credit, TRUE AS calque_present FROM fair.market.buyers AS t) b
  LEFT JOIN (
    SELECT t.buyer AS buyer_id, t.amount FROM fair.market.purchases AS t
  ) p ON (b.id = p.buyer_id)
) AS s_1;

-- a metric that Calque cannot take apart
-- SELECT p.shop, METRIC('b.odd_one') FROM buyer b JOIN purchase p GROUP BY p.shop
SELECT
  s_1.c_3 AS shop,
  (
    CASE
      WHEN COUNT(g_1.p_1) > 0 THEN ANY_VALUE(g_1.v_1)
      ELSE (
        SELECT SUM(n_1.credit) OPTION ~~ 1
        FROM (SELECT t.credit FROM fair.market.buyers AS t) AS n_1
        WHERE FALSE
      )
    END
  ) AS odd_one
FROM (
  SELECT
    b.credit AS c_1,
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY p.shop, b.calque_present, b.id
    ) = 1 AS c_2,
    p.shop AS c_3
  FROM (SELECT t.no AS id, t.credit, TRUE AS calque_present FROM fair.market.buyers AS t) b
  JOIN (SELECT t.buyer AS buyer_id, t.shop FROM fair.market.purchases AS t) p ON (b.id = p.buyer_id)
) AS s_1
LEFT JOIN (
  SELECT s_1.c_3 AS k_1, SUM(s_1.c_1) OPTION ~~ 1 AS v_1, TRUE AS p_1
  FROM (
    SELECT
      b.credit AS c_1,
      b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
        PARTITION BY p.shop, b.calque_present, b.id
      ) = 1 AS c_2,
      p.shop AS c_3
    FROM (SELECT t.no AS id, t.credit, TRUE AS calque_present FROM fair.market.buyers AS t) b
    JOIN (
      SELECT t.buyer AS buyer_id, t.shop FROM fair.market.purchases AS t
    ) p ON (b.id = p.buyer_id)
  ) AS s_1
  WHERE s_1.c_2
  GROUP BY 1
) AS g_1 ON (s_1.c_3 = g_1.k_1 OR s_1.c_3 IS NULL AND g_1.k_1 IS NULL)
GROUP BY s_1.c_3;

-- grouping sets
-- SELECT p.shop, b.city, METRIC('b.buyers') FROM buyer b JOIN purchase p GROUP BY ROLLUP (p.shop, b.city)
SELECT
  s_1.c_4 AS shop,
  s_1.c_5 AS city,
  CASE
    WHEN GROUPING(s_1.c_4) = 0 AND GROUPING(s_1.c_5) = 0 THEN COUNT(CASE WHEN s_1.c_1 THEN 1 END)
    WHEN GROUPING(s_1.c_4) = 0 AND GROUPING(s_1.c_5) = 1 THEN COUNT(CASE WHEN s_1.c_2 THEN 1 END)
    WHEN GROUPING(s_1.c_4) = 1 AND GROUPING(s_1.c_5) = 1 THEN COUNT(CASE WHEN s_1.c_3 THEN 1 END)
  END AS buyers
FROM (
  SELECT
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY p.shop, b.city, b.calque_present, b.id
    ) = 1 AS c_1,
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY p.shop, b.calque_present, b.id
    ) = 1 AS c_2,
    b.calque_present IS NOT NULL AND ROW_NUMBER() OVER (
      PARTITION BY b.calque_present, b.id
    ) = 1 AS c_3,
    p.shop AS c_4,
    b.city AS c_5
  FROM (SELECT t.no AS id, t."TOWN" AS city, TRUE AS calque_present FROM fair.market.buyers AS t) b
  JOIN (SELECT t.buyer AS buyer_id, t.shop FROM fair.market.purchases AS t) p ON (b.id = p.buyer_id)
) AS s_1
GROUP BY ROLLUP (s_1.c_4, s_1.c_5);

-- a metric of single rows
-- SELECT b.id, p.purchases, p.total FROM buyer b LEFT JOIN purchase p
-- refused: purchases is a metric, and redshift evaluates none for a single row; aggregate it, as in METRIC('p.purchases') with GROUP BY

-- stars
-- SELECT h.*, l.* EXCLUDE (quantity) FROM hobby h, line l
SELECT h.id, h.name, h.hours, l.id, l.purchase_id
FROM (SELECT t.no AS id, t.name, t.hours FROM fair.market.hobbies AS t) h, (
  SELECT t.no AS id, t.purchase AS purchase_id FROM fair.market.lines AS t
) l;

-- a table of bridges
-- SELECT buyer_id, hobby_id FROM bridges.practises
SELECT buyer_id, hobby_id
FROM (
  SELECT DISTINCT b1.id AS buyer_id, b3.id AS hobby_id
  FROM (SELECT t.no AS id FROM fair.market.buyers AS t) AS b1
  JOIN fair.market.has_hobby AS b2 ON (b1.id = b2.buyer)
  JOIN (SELECT t.no AS id FROM fair.market.hobbies AS t) AS b3 ON (b2.hobby = b3.id)
) AS practises;

-- the model as a table
-- SELECT name, source FROM meta.entities WHERE name = 'line'
SELECT name, source
FROM (
  SELECT
    CAST(v.name AS VARCHAR) AS name,
    CAST(v.description AS VARCHAR) AS description,
    CAST(v.source AS VARCHAR) AS source,
    CAST(v.keys AS VARCHAR) AS keys,
    CAST(v.aliases AS VARCHAR) AS aliases
  FROM (
    SELECT
      'buyer' AS name,
      'Who buys' AS description,
      'fair.market.buyers' AS source,
      'id' AS keys,
      '' AS aliases
    UNION ALL
    SELECT
      'hobby' AS name,
      'What buyers like' AS description,
      'fair.market.hobbies' AS source,
      'id' AS keys,
      '' AS aliases
    UNION ALL
    SELECT
      'line' AS name,
      'A line of a purchase' AS description,
      'fair.market.lines' AS source,
      'id' AS keys,
      '' AS aliases
    UNION ALL
    SELECT
      'order' AS name,
      'An entity and features with names that SQL has reserved, over columns with names that need quotes' AS description,
      'fair.market.odd' AS source,
      'Group' AS keys,
      '' AS aliases
    UNION ALL
    SELECT
      'purchase' AS name,
      'What is bought at once' AS description,
      'fair.market.purchases' AS source,
      'id' AS keys,
      '' AS aliases
    UNION ALL
    SELECT
      'sample' AS name,
      'One of each type' AS description,
      'fair.market.samples' AS source,
      'id' AS keys,
      '' AS aliases
  ) AS v
) AS entities
WHERE name = 'line';

-- literals, hints and functions as written
-- SELECT /*+ hint */ date_trunc('month', p.day) AS m, 'it''s' AS t, 'ä' AS u, '%\\d' AS r FROM purchase p -- per month
-- ORDER BY m
SELECT /*+ hint */ date_trunc('month', p.day) AS m, 'it''s' AS t, 'ä' AS u, '%\\d' AS r
FROM (SELECT t.day FROM fair.market.purchases AS t) p -- per month
ORDER BY m;

-- JDBC escapes
-- SELECT id FROM purchase WHERE day >= {d '2024-01-01'} AND {fn upper(shop)} = 'X'
SELECT id
FROM (SELECT t.no AS id, t.shop, t.day FROM fair.market.purchases AS t) AS purchase
WHERE day >= DATE '2024-01-01' AND upper(shop) = 'X';

