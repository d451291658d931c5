-- The demo's data: a shop that sells pantry goods by post, from January 2024 to October 2026.
--
-- Nothing here is random: draw() is MD5 of a label and a number, so every run on every machine makes
-- the same rows. The awkward things that real data has are here on purpose:
--   customers who asked to be erased (their orders stay), guests (orders without a customer),
--   orders that somebody else pays for, orders that nobody is billed for, cancelled orders whose
--   lines were removed, articles that were withdrawn (their sales stay), articles announced but
--   never sold, a product twice in one order, a country that the reference table lacks.

CREATE TEMP MACRO draw(label, id, sides) AS
  (md5_number_lower(label || ' ' || CAST(id AS VARCHAR)) % CAST(sides AS UBIGINT))::INTEGER;
CREATE TEMP MACRO pick(list, label, id) AS list[1 + draw(label, id, len(list))];

CREATE SCHEMA ref;
CREATE SCHEMA core;

CREATE TABLE ref.countries (
  code VARCHAR PRIMARY KEY,
  name VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  currency VARCHAR NOT NULL);

INSERT INTO ref.countries VALUES
  ('AT', 'Austria', 'Central Europe', 'EUR'),
  ('DE', 'Germany', 'Central Europe', 'EUR'),
  ('ES', 'Spain', 'Southern Europe', 'EUR'),
  ('FR', 'France', 'Western Europe', 'EUR'),
  ('GB', 'United Kingdom', 'Western Europe', 'GBP'),
  ('IE', 'Ireland', 'Western Europe', 'EUR'),
  ('IT', 'Italy', 'Southern Europe', 'EUR'),
  ('NL', 'Netherlands', 'Western Europe', 'EUR'),
  ('PL', 'Poland', 'Central Europe', 'PLN'),
  ('PT', 'Portugal', 'Southern Europe', 'EUR'),
  ('SE', 'Sweden', 'Northern Europe', 'SEK');

CREATE TABLE ref.suppliers (
  code VARCHAR PRIMARY KEY,
  company VARCHAR NOT NULL,
  origin VARCHAR NOT NULL);

INSERT INTO ref.suppliers VALUES
  ('ALMA', 'Almazara Sierra Clara', 'Spain'),
  ('BRUG', 'Chocolaterie Van Brugge', 'Belgium'),
  ('HIMA', 'Himal Leaf Growers', 'Nepal'),
  ('IMKE', 'Imkerei Lindenhof', 'Germany'),
  ('KAND', 'Kandy Estates', 'Sri Lanka'),
  ('MALA', 'Malabar Spice Circle', 'India'),
  ('OROM', 'Oromia Coffee Union', 'Ethiopia'),
  ('PAST', 'Pastificio Colle Verde', 'Italy'),
  ('SALZ', 'Salinas del Poniente', 'Portugal'),
  ('UJIC', 'Uji Chaen', 'Japan');

CREATE TABLE core.categories (
  id INTEGER PRIMARY KEY,
  title VARCHAR NOT NULL,
  parent_id INTEGER);

INSERT INTO core.categories VALUES
  (1, 'Tea and coffee', NULL),
  (2, 'Spices and salt', NULL),
  (3, 'Sweet things', NULL),
  (4, 'Savoury things', NULL),
  (5, 'Gift boxes', NULL),
  (11, 'Black tea', 1),
  (12, 'Green tea', 1),
  (13, 'Herbal infusions', 1),
  (14, 'Coffee', 1),
  (21, 'Whole spices', 2),
  (22, 'Spice blends', 2),
  (23, 'Salt', 2),
  (31, 'Chocolate', 3),
  (32, 'Honey', 3),
  (33, 'Jam', 3),
  (41, 'Olive oil', 4),
  (42, 'Vinegar', 4),
  (43, 'Pasta', 4),
  (44, 'Pickles', 4);

CREATE TEMP TABLE range_of_goods AS
SELECT * FROM (VALUES
  (11, 'HIMA', '100 g', 690, ['Assam Breakfast', 'Darjeeling First Flush', 'Ceylon Dimbula', 'Earl Grey Blue', 'Lapsang Souchong', 'Keemun Gold', 'Masala Chai', 'Nilgiri Winter', 'Kenya Highlands', 'Smoked Caravan', 'Vanilla Rooftop']),
  (12, 'UJIC', '80 g', 890, ['Sencha Midori', 'Gyokuro Shade', 'Genmaicha', 'Hojicha Roast', 'Jasmine Pearls', 'Dragon Well', 'Gunpowder Mint', 'Matcha Kitchen Grade', 'Matcha Ceremony', 'Kukicha Stems', 'Bancha Autumn']),
  (13, 'KAND', '60 g', 540, ['Camomile Meadow', 'Peppermint Cut', 'Lemon Verbena', 'Rooibos Plain', 'Rooibos Orange', 'Hibiscus Rosehip', 'Fennel Anise', 'Ginger Turmeric', 'Linden Blossom', 'Nettle Leaf', 'Sage and Thyme']),
  (14, 'OROM', '250 g', 1090, ['Yirgacheffe Washed', 'Sidamo Natural', 'Harrar Longberry', 'House Espresso', 'Decaf Mountain Water', 'Guji Honey', 'Limu Filter', 'Breakfast Blend', 'Dark Harbour', 'Peaberry Reserve', 'Cold Brew Coarse']),
  (21, 'MALA', '50 g', 390, ['Black Peppercorn', 'Green Cardamom', 'Cinnamon Quills', 'Star Anise', 'Cumin Seed', 'Coriander Seed', 'Fennel Seed', 'Nutmeg Whole', 'Cloves', 'Saffron Threads', 'Long Pepper']),
  (22, 'MALA', '60 g', 450, ['Garam Masala', 'Ras el Hanout', 'Dukkah', 'Za''atar', 'Berbere', 'Chinese Five Spice', 'Herbes de Provence', 'Baharat', 'Shichimi', 'Mulled Wine Mix', 'Gingerbread Spice']),
  (23, 'SALZ', '200 g', 420, ['Fleur de Sel', 'Smoked Sea Salt', 'Coarse Sea Salt', 'Pink Rock Salt', 'Lemon Salt', 'Rosemary Salt', 'Black Lava Salt', 'Celery Salt', 'Chilli Salt', 'Garlic Salt', 'Salt Flakes']),
  (31, 'BRUG', '90 g', 480, ['Dark 72', 'Dark 85', 'Milk Hazelnut', 'Milk Sea Salt', 'White Raspberry', 'Orange Peel Dark', 'Almond Praline', 'Espresso Bean', 'Chilli Dark', 'Cooking Chocolate', 'Advent Selection']),
  (32, 'IMKE', '500 g', 850, ['Acacia Honey', 'Lime Tree Honey', 'Heather Honey', 'Forest Honey', 'Spring Blossom Honey', 'Chestnut Honey', 'Comb Honey', 'Creamed Clover Honey', 'Buckwheat Honey', 'Sunflower Honey', 'Fir Honey']),
  (33, NULL, '220 g', 460, ['Apricot Jam', 'Strawberry Jam', 'Raspberry Seedless', 'Bitter Orange Marmalade', 'Black Cherry Jam', 'Quince Jelly', 'Redcurrant Jelly', 'Plum Butter', 'Fig Preserve', 'Rhubarb Ginger', 'Elderflower Jelly']),
  (41, 'ALMA', '500 ml', 1290, ['Arbequina Extra Virgin', 'Picual Extra Virgin', 'Hojiblanca Extra Virgin', 'Early Harvest', 'Everyday Olive Oil', 'Lemon Olive Oil', 'Basil Olive Oil', 'Chilli Olive Oil', 'Unfiltered Cloudy', 'Organic Coupage', 'Five Litre Canister']),
  (42, 'ALMA', '250 ml', 720, ['Sherry Vinegar', 'Apple Cider Vinegar', 'Balsamic Young', 'Balsamic Aged', 'Red Wine Vinegar', 'White Balsamic', 'Raspberry Vinegar', 'Tarragon Vinegar', 'Honey Vinegar', 'Rice Vinegar', 'Malt Vinegar']),
  (43, 'PAST', '500 g', 340, ['Spaghetti', 'Linguine', 'Penne Rigate', 'Fusilli', 'Orecchiette', 'Paccheri', 'Tagliatelle', 'Casarecce', 'Wholewheat Farfalle', 'Squid Ink Linguine', 'Lasagne Sheets']),
  (44, NULL, '350 g', 520, ['Cornichons', 'Pickled Onions', 'Capers in Salt', 'Caperberries', 'Green Olives', 'Kalamata Olives', 'Sauerkraut', 'Kimchi Mild', 'Pickled Lemons', 'Piccalilli', 'Artichoke Hearts'])
) AS g (category_id, supplier, pack, cents, names);

CREATE TABLE core.products (
  id INTEGER PRIMARY KEY,
  sku VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  pack_size VARCHAR NOT NULL,
  category_id INTEGER,
  supplier_cd VARCHAR,
  list_price DECIMAL(8, 2) NOT NULL,
  launched_on DATE NOT NULL,
  discontinued_on DATE);

-- The seventh kind of each range came later, the eleventh of every second range is only announced.
INSERT INTO core.products
SELECT
  id,
  'PG-' || lpad(CAST(100 + id * 7 AS VARCHAR), 5, '0'),
  title,
  pack,
  CASE WHEN id = 77 THEN NULL ELSE category_id END,
  supplier,
  CAST((cents + 50 * draw('price', id, 9) + CASE title WHEN 'Saffron Threads' THEN 1150 WHEN 'Five Litre Canister' THEN 4900 WHEN 'Matcha Ceremony' THEN 1900 ELSE 0 END) AS DECIMAL(8, 2)) / 100,
  CASE
    WHEN place = 11 AND shelf % 2 = 0 THEN DATE '2026-11-15'
    WHEN place = 7 THEN DATE '2024-09-01' + 40 * shelf
    ELSE DATE '2022-03-01' + draw('launch', id, 500)
  END,
  CASE WHEN place = 9 AND shelf % 3 = 0 THEN DATE '2025-06-30' + 30 * shelf END
FROM (
  SELECT
    row_number() OVER (ORDER BY category_id, place) AS id,
    CAST(dense_rank() OVER (ORDER BY category_id) AS INTEGER) AS shelf,
    place, category_id, supplier, pack, cents, names[place] AS title
  FROM range_of_goods, range(1, 12) AS r (place))
ORDER BY id;

CREATE TEMP TABLE people AS
SELECT * FROM (VALUES
  ('de', ['Anna', 'Lukas', 'Marie', 'Jonas', 'Lena', 'Felix', 'Clara', 'Paul', 'Johanna', 'Moritz', 'Katrin', 'Stefan', 'Ulrike', 'Tobias', 'Greta', 'Emil', 'Sabine', 'Jörg', 'Nele', 'Henning'],
    ['Albrecht', 'Becker', 'Brandt', 'Dietrich', 'Engel', 'Fischer', 'Graf', 'Hartmann', 'Jansen', 'Keller', 'Kraus', 'Lindner', 'Möller', 'Neumann', 'Pohl', 'Reuter', 'Schäfer', 'Seidel', 'Thoma', 'Vogt', 'Weiß', 'Winkler', 'Ziegler', 'Zimmer']),
  ('fr', ['Camille', 'Louis', 'Chloé', 'Hugo', 'Manon', 'Jules', 'Élise', 'Antoine', 'Margaux', 'Théo', 'Inès', 'Bastien', 'Sophie', 'Gaspard', 'Lucie', 'Rémi'],
    ['Aubert', 'Blanchard', 'Carpentier', 'Delmas', 'Fontaine', 'Garnier', 'Lefèvre', 'Marchand', 'Moreau', 'Perrin', 'Renaud', 'Rousseau', 'Tessier', 'Vasseur', 'Vidal', 'Besson', 'Colin', 'Picard']),
  ('en', ['Alice', 'Oliver', 'Grace', 'Harry', 'Niamh', 'Jack', 'Freya', 'Conor', 'Imogen', 'Rory', 'Hannah', 'Callum', 'Maeve', 'Toby', 'Priya', 'Owen', 'Zara', 'Declan'],
    ['Ashworth', 'Barlow', 'Byrne', 'Chapman', 'Doyle', 'Ellis', 'Fletcher', 'Gallagher', 'Hughes', 'Iqbal', 'Kavanagh', 'Lawson', 'Murphy', 'Nolan', 'Osborne', 'Patel', 'Quinn', 'Reid', 'Sutton', 'Whelan']),
  ('nl', ['Sanne', 'Daan', 'Lotte', 'Bram', 'Femke', 'Sem', 'Maud', 'Thijs', 'Roos', 'Joris', 'Anouk', 'Pieter', 'Fleur', 'Koen'],
    ['Bakker', 'de Boer', 'Dekker', 'van Dijk', 'Hoekstra', 'Jacobs', 'Kuiper', 'Mulder', 'Postma', 'Prins', 'Smit', 'Veenstra', 'Verhoeven', 'de Wit', 'Zijlstra']),
  ('es', ['Lucía', 'Martín', 'Carmen', 'Pablo', 'Elena', 'Javier', 'Nuria', 'Diego', 'Marta', 'Álvaro', 'Rocío', 'Sergio', 'Irene', 'Andrés'],
    ['Alonso', 'Castro', 'Domínguez', 'Fuentes', 'Gil', 'Herrera', 'Iglesias', 'Marín', 'Navarro', 'Ortega', 'Prieto', 'Rojas', 'Serrano', 'Torres', 'Vega']),
  ('it', ['Giulia', 'Marco', 'Chiara', 'Luca', 'Elisa', 'Matteo', 'Francesca', 'Davide', 'Silvia', 'Andrea', 'Paola', 'Tommaso', 'Irma', 'Nicolò'],
    ['Barbieri', 'Caruso', 'De Luca', 'Esposito', 'Ferri', 'Gallo', 'Leone', 'Mancini', 'Neri', 'Pellegrini', 'Ricci', 'Sala', 'Testa', 'Vitale', 'Zanetti']),
  ('se', ['Astrid', 'Erik', 'Ebba', 'Gustav', 'Linnea', 'Oskar', 'Saga', 'Nils', 'Maja', 'Viktor', 'Tove', 'Anders'],
    ['Andersson', 'Berg', 'Dahl', 'Eklund', 'Forsberg', 'Hedlund', 'Lindqvist', 'Nyström', 'Sandberg', 'Sjögren', 'Wallin', 'Åkesson']),
  ('pl', ['Zofia', 'Jakub', 'Maja', 'Antoni', 'Hanna', 'Szymon', 'Agata', 'Michał', 'Ewa', 'Piotr', 'Kinga', 'Tomasz'],
    ['Adamczyk', 'Bielecka', 'Czarnecki', 'Duda', 'Górski', 'Jabłońska', 'Kamiński', 'Lis', 'Mazur', 'Nowak', 'Pawlak', 'Wrona'])
) AS p (language, given, family);

CREATE TABLE core.customers (
  id INTEGER PRIMARY KEY,
  given_nm VARCHAR NOT NULL,
  family_nm VARCHAR NOT NULL,
  email VARCHAR,
  country_cd VARCHAR,
  signed_up_at TIMESTAMP NOT NULL,
  referred_by_id INTEGER,
  newsletter BOOLEAN);

-- 3,200 sign-ups in 1,340 days, more each month: the n-th comes on day 1,340 * sqrt(n / 3,200).
-- Those who asked to be erased are left out, but their numbers are not given away again.
INSERT INTO core.customers
SELECT
  id,
  given_nm,
  family_nm,
  CASE WHEN draw('email', id, 16) > 0 THEN
    replace(replace(lower(strip_accents(given_nm || '.' || family_nm)), 'ß', 'ss'), ' ', '')
      || id || '@' || ['example.com', 'example.net', 'example.org'][1 + draw('host', id, 3)]
  END,
  country,
  TIMESTAMP '2023-03-01 00:00:00'
    + to_days(CAST(floor(1340 * sqrt(id / 3200.0)) AS INTEGER))
    + to_seconds(6 * 3600 + draw('second', id, 62000)),
  CASE WHEN id > 60 AND draw('referred', id, 5) = 0
    THEN 1 + 9 * draw('referrer', id, 1 + (id - 2) // 18) END,
  CASE WHEN draw('asked', id, 20) > 0 THEN draw('newsletter', id, 100) < 42 END
FROM (
  SELECT id, country, pick(given, 'given', id) AS given_nm, pick(family, 'family', id) AS family_nm
  FROM (
    SELECT
      id,
      CASE
        WHEN lot < 27 THEN 'DE' WHEN lot < 34 THEN 'AT' WHEN lot < 48 THEN 'FR' WHEN lot < 61 THEN 'GB'
        WHEN lot < 66 THEN 'IE' WHEN lot < 75 THEN 'NL' WHEN lot < 82 THEN 'ES' WHEN lot < 88 THEN 'IT'
        WHEN lot < 92 THEN 'SE' WHEN lot < 96 THEN 'PL' WHEN lot < 98 THEN 'CH' END AS country,
      CASE
        WHEN lot < 34 THEN 'de' WHEN lot < 48 THEN 'fr' WHEN lot < 66 THEN 'en' WHEN lot < 75 THEN 'nl'
        WHEN lot < 82 THEN 'es' WHEN lot < 88 THEN 'it' WHEN lot < 92 THEN 'se' WHEN lot < 96 THEN 'pl'
        WHEN lot < 98 THEN 'de' ELSE 'en' END AS language
    FROM (SELECT id, draw('country', id, 100) AS lot FROM range(1, 3201) AS r (id)))
  JOIN people USING (language))
WHERE draw('erased', id, 90) > 0
ORDER BY id;

CREATE TABLE core.orders (
  id INTEGER PRIMARY KEY,
  cust_id INTEGER,
  bill_to_cust_id INTEGER,
  ordered_at TIMESTAMP NOT NULL,
  state VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  coupon VARCHAR,
  shipping_fee DECIMAL(6, 2) NOT NULL);

-- Orders grow from day to day, peak before Christmas, sag in summer, and come on Sundays.
CREATE TEMP TABLE order_days AS
SELECT
  day,
  date_diff('day', DATE '2023-03-01', day) AS age,
  ((10 + date_diff('day', DATE '2024-01-01', day) // 40)
    * [85, 80, 90, 95, 95, 85, 72, 74, 95, 112, 150, 190][month(day)]
    * [122, 108, 100, 98, 96, 88, 88][1 + dayofweek(day)]) // 10000
    + draw('busy', day, 4) AS orders
FROM (SELECT CAST(d AS DATE) AS day FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2026-11-01', INTERVAL 1 DAY) AS r (d));

INSERT INTO core.orders
WITH moments AS (
  SELECT day, age, to_seconds(6 * 3600 + 20 * draw('a', day || '/' || n, 1600) + 20 * draw('b', day || '/' || n, 1600)) AS time
  FROM order_days, range(0, orders) AS r (n)),
numbered AS (
  SELECT row_number() OVER (ORDER BY day, time, age) AS id, day, age, day + time AS ordered_at FROM moments),
-- Some customers order all the time: every ninth of those who have signed up by then.
buyers AS (
  SELECT id, day, ordered_at,
    CASE
      WHEN draw('guest', id, 70) = 0 THEN NULL
      WHEN draw('regular', id, 100) < 38 THEN 1 + 9 * draw('which regular', id, (3200 * age * age // 1795600) // 9)
      ELSE 1 + draw('which', id, 3200 * age * age // 1795600)
    END AS buyer
  FROM numbered)
SELECT
  b.id,
  b.buyer,
  CASE
    WHEN b.buyer IS NULL OR draw('unbilled', b.id, 60) = 0 THEN NULL
    WHEN draw('gift', b.id, 14) = 0 THEN coalesce(c.referred_by_id, 1 + (b.buyer + 7) // 2)
    ELSE b.buyer
  END,
  b.ordered_at,
  CASE
    WHEN draw('cancelled', b.id, 100) < 5 THEN 'cancelled'
    WHEN b.day > DATE '2026-10-29' THEN 'placed'
    WHEN b.day > DATE '2026-10-25' THEN 'shipped'
    WHEN draw('returned', b.id, 100) < 4 THEN 'returned'
    ELSE 'delivered'
  END,
  CASE WHEN draw('channel', b.id, 100) < 58 THEN 'web' WHEN draw('channel', b.id, 100) < 91 THEN 'app' ELSE 'phone' END,
  CASE WHEN draw('coupon', b.id, 9) = 0 THEN CASE month(b.day) WHEN 11 THEN 'ADVENT10' WHEN 12 THEN 'ADVENT10' WHEN 4 THEN 'SPRING10' ELSE 'WELCOME10' END END,
  CASE WHEN draw('fee', b.id, 3) = 0 THEN 0 ELSE 4.90 END
FROM buyers b LEFT JOIN core.customers c ON c.id = b.buyer
ORDER BY b.id;

CREATE TABLE core.order_items (
  order_id INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price DECIMAL(8, 2) NOT NULL,
  discount_pct INTEGER,
  PRIMARY KEY (order_id, line_no));

-- Small numbers come more often (u * (u + 1000)), and 37 spreads them over the range of goods.
INSERT INTO core.order_items
WITH wishes AS (
  SELECT o.id AS order_id, line_no, o.ordered_at, o.coupon, o.id * 100 + line_no AS line,
    1 + (37 * (77 * u * (u + 1000) // 1000000)) % 154 AS wish
  FROM (
    SELECT o.*, line_no, draw('wish', o.id * 100 + line_no, 1000) AS u
    FROM core.orders o, range(1, 7) AS r (line_no)) o
  WHERE line_no <= [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 2][1 + draw('lines', o.id, 20)]
    AND NOT (o.state = 'cancelled' AND draw('emptied', o.id, 3) = 0)),
sold AS (
  SELECT w.*,
    CASE
      WHEN draw('withdrawn', line, 500) = 0 AND w.ordered_at < TIMESTAMP '2025-01-01' THEN 155 + draw('which', line, 3)
      WHEN p.launched_on <= CAST(w.ordered_at AS DATE)
        AND coalesce(p.discontinued_on > CAST(w.ordered_at AS DATE), TRUE) THEN w.wish
      ELSE 11 * draw('instead', line, 14) + 1 + draw('instead which', line, 5)
    END AS product_id
  FROM wishes w JOIN core.products p ON p.id = w.wish)
SELECT
  s.order_id,
  s.line_no,
  s.product_id,
  [1, 1, 1, 1, 1, 2, 2, 2, 3, 1, 1, 2, 4, 1, 1, 1, 2, 6, 1, 12][1 + draw('quantity', s.line, 20)],
  round(coalesce(p.list_price, 5.90) * (100 - 4 * (2026 - year(s.ordered_at))) / 100, 2),
  CASE WHEN s.coupon IS NOT NULL THEN 10 END
FROM sold s LEFT JOIN core.products p ON p.id = s.product_id
ORDER BY s.order_id, s.line_no;

CHECKPOINT;
