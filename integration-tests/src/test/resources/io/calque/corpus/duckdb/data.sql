-- The data under the DuckDB corpus. Every table becomes a pass-through entity of the same name, with
-- the same columns in the same order; its primary key becomes the entity's keys. All values follow
-- from row numbers, so that two runs, and two machines, see the same rows.
-- Statements end with a semicolon at the end of a line.

CREATE TYPE mood AS ENUM ('low', 'fine', 'high');

-- 60 people: NULLs in most columns, duplicate names, ties in salary, Unicode, nested values.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name VARCHAR,
  email VARCHAR,
  city VARCHAR,
  country VARCHAR,
  birthday DATE,
  height DOUBLE,
  salary DECIMAL(10, 2),
  active BOOLEAN,
  mood mood,
  tags VARCHAR[],
  scores INTEGER[],
  address STRUCT(street VARCHAR, zip VARCHAR, geo STRUCT(lat DOUBLE, lon DOUBLE)),
  attributes MAP(VARCHAR, VARCHAR),
  manager_id INTEGER,
  "user" VARCHAR
);

INSERT INTO people
SELECT
  i,
  CASE WHEN i % 20 = 19 THEN NULL ELSE ['Ann', 'Bob', 'Çelik', 'Dörte', 'Eve', 'Frøya', 'Gül', 'Łukasz', 'O''Hara', '李雷', 'Ann', 'ann', 'Zoë 🦆'][i % 13 + 1] END,
  CASE WHEN i % 9 = 4 THEN NULL ELSE 'p' || i || '@' || ['example.com', 'mail.test', 'Example.org'][i % 3 + 1] END,
  CASE WHEN i % 17 = 0 THEN NULL ELSE ['Oslo', 'Ankara', 'Łódź', 'São Paulo', 'New  York', '東京'][i % 6 + 1] END,
  ['NO', 'TR', 'PL', 'BR', 'US', 'JP'][i % 6 + 1],
  CASE WHEN i % 11 = 5 THEN NULL ELSE DATE '1960-01-31' + (i * 293 % 15000)::INTEGER END,
  CASE WHEN i % 8 = 7 THEN NULL ELSE 150 + (i * 37 % 500) / 10.0::DOUBLE END,
  CASE WHEN i % 10 = 3 THEN NULL ELSE (1000 + i * 7 % 13 * 250.25)::DECIMAL(10, 2) END,
  CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN false ELSE true END,
  CASE WHEN i % 7 = 6 THEN NULL ELSE ['low', 'fine', 'high'][i % 3 + 1]::mood END,
  CASE WHEN i % 12 = 11 THEN NULL ELSE list_transform(range(i % 4), LAMBDA k: ['red', 'green', 'blue', 'ünï'][(i + k) % 4 + 1]) END,
  CASE WHEN i % 13 = 12 THEN NULL WHEN i % 5 = 0 THEN [i, NULL, i * 2] ELSE [i, i * 3 % 7, 10 - i % 10, i * 3 % 7] END,
  CASE WHEN i % 14 = 13 THEN NULL ELSE {'street': i || ' High Street', 'zip': lpad((i * 791 % 99999)::VARCHAR, 5, '0'), 'geo': {'lat': i * 1.5::DOUBLE - 40, 'lon': i * 2.25::DOUBLE}} END,
  CASE WHEN i % 15 = 14 THEN NULL ELSE MAP {'color': ['red', 'green', 'blue'][i % 3 + 1], 'size': (i % 5)::VARCHAR, 'k' || (i % 2): 'v'} END,
  CASE WHEN i = 1 THEN NULL WHEN i <= 4 THEN 1 ELSE i // 4 + 1 END,
  'user' || (i % 7)
FROM range(1, 61) AS t(i);

-- 240 sales: several a person, none for some; columns whose names are SQL words.
CREATE TABLE sales (
  id INTEGER PRIMARY KEY,
  person_id INTEGER,
  product VARCHAR,
  category VARCHAR,
  quantity INTEGER,
  price DECIMAL(10, 2),
  discount DOUBLE,
  date DATE,
  sold_at TIMESTAMP,
  region VARCHAR,
  year INTEGER,
  value DECIMAL(12, 2)
);

INSERT INTO sales
SELECT
  i,
  CASE WHEN i % 23 = 22 THEN NULL ELSE i * 31 % 45 + 1 END,
  ['apple', 'banana', 'cherry', 'date', 'elderberry', 'Fig'][i % 6 + 1],
  ['fruit', 'FRUIT', 'dry'][i % 3 + 1],
  CASE WHEN i % 19 = 18 THEN NULL ELSE i * 7 % 12 + 1 END,
  (i * 113 % 4000 / 100.0)::DECIMAL(10, 2),
  CASE WHEN i % 5 = 4 THEN NULL ELSE i % 4 * 0.125::DOUBLE END,
  DATE '2022-12-25' + (i * 5 % 800)::INTEGER,
  TIMESTAMP '2022-12-25 00:00:00' + to_days((i * 5 % 800)::INTEGER) + to_minutes(i * 97 % 1440) + to_milliseconds(i * 123 % 60000),
  ['north', 'south', 'east', 'west', NULL][i % 5 + 1],
  year(DATE '2022-12-25' + (i * 5 % 800)::INTEGER),
  (i * 113 % 4000 * (i % 4 + 1) / 100.0)::DECIMAL(12, 2)
FROM range(1, 241) AS t(i);

-- 120 events: JSON, times, time zones, intervals.
CREATE TABLE events (
  id BIGINT PRIMARY KEY,
  person_id INTEGER,
  kind VARCHAR,
  started TIMESTAMP,
  ended TIMESTAMP,
  seen_at TIMESTAMP WITH TIME ZONE,
  time TIME,
  duration INTERVAL,
  payload JSON,
  priority TINYINT
);

INSERT INTO events
SELECT
  i,
  i * 17 % 60 + 1,
  ['click', 'view', 'buy', 'Click'][i % 4 + 1],
  TIMESTAMP '2024-02-28 22:15:00' + to_minutes(i * 61) + to_microseconds(i * 1001),
  CASE WHEN i % 6 = 5 THEN NULL ELSE TIMESTAMP '2024-02-28 22:15:00' + to_minutes(i * 61 + i % 50) END,
  TIMESTAMPTZ '2024-03-30 23:30:00+00' + to_hours(i),
  TIME '00:00:00' + to_minutes(i * 13 % 1440),
  CASE WHEN i % 10 = 9 THEN NULL ELSE to_months(i % 3) + to_days(i % 5) + to_seconds(i * 7 % 100) END,
  CASE WHEN i % 8 = 7 THEN NULL ELSE json_object('n', i, 'tags', ['a', 'b' || i % 3], 'deep', {'flag': i % 2 = 0, 'text': 'x"y' || i % 4}, 'none', NULL) END,
  (i % 5 - 2)::TINYINT
FROM range(1, 121) AS t(i);

-- 100 measurements of four sensors at irregular times, with special doubles.
CREATE TABLE measurements (
  sensor VARCHAR,
  seq INTEGER,
  taken_at TIMESTAMP,
  value DOUBLE,
  reading REAL,
  counter UBIGINT,
  big HUGEINT,
  PRIMARY KEY (sensor, seq)
);

INSERT INTO measurements
SELECT
  ['s1', 's2', 's3', 'S4'][i % 4 + 1],
  i // 4,
  TIMESTAMP '2024-01-01 00:00:00' + to_minutes(i * 37 + i % 4 * 11),
  CASE WHEN i % 33 = 32 THEN 'NaN'::DOUBLE WHEN i % 31 = 30 THEN 'Infinity'::DOUBLE WHEN i % 9 = 8 THEN NULL ELSE (i * 53 % 200 - 100) / 8.0::DOUBLE END,
  (i * 3 % 50 / 4.0)::REAL,
  CASE WHEN i = 7 THEN 18446744073709551615 ELSE i END::UBIGINT,
  i::HUGEINT * 170141183460469231731687303715
FROM range(100) AS t(i);

-- 24 documents: long text, JSON metadata, binary, UUID, bits.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  title VARCHAR,
  body VARCHAR,
  author_id INTEGER,
  meta JSON,
  digest BLOB,
  uid UUID,
  flags BIT,
  words INTEGER
);

INSERT INTO documents
SELECT
  i,
  ['Alpha', 'beta', 'Gamma ray', 'delta_force', '100% pure', 'naïve café', NULL, 'a.b*c'][i % 8 + 1],
  CASE WHEN i % 9 = 8 THEN NULL ELSE 'The quick brown fox no. ' || i || ' jumps over ' || (i * 7) || ' lazy dogs on ' || (DATE '2024-01-01' + i::INTEGER)::VARCHAR || E'.\nSecond line, tab\there.' END,
  CASE WHEN i % 5 = 4 THEN NULL ELSE i * 2 END,
  CASE WHEN i % 6 = 5 THEN NULL ELSE ('{"pages": ' || i || ', "lang": "' || ['en', 'tr', 'pl'][i % 3 + 1] || '", "refs": [' || i || ', ' || i + 1 || '], "rating": ' || i / 4.0 || '}')::JSON END,
  ('doc' || i)::BLOB,
  ('00000000-0000-4000-8000-' || lpad(i::VARCHAR, 12, '0'))::UUID,
  bitstring(to_binary(i), 8),
  i * 11 % 7
FROM range(1, 25) AS t(i);

-- A directed graph with a cycle (6, 7, 8) and two ways from 1 to 4.
CREATE TABLE edges (
  src INTEGER,
  dst INTEGER,
  weight INTEGER,
  PRIMARY KEY (src, dst)
);

INSERT INTO edges VALUES
  (1, 2, 4), (1, 3, 1), (2, 4, 1), (3, 4, 7), (3, 2, 2), (4, 5, 3), (5, 9, 1), (6, 7, 1), (7, 8, 1), (8, 6, 1);

-- One row a department, one column a quarter: for UNPIVOT; with a column that needs quotes.
CREATE TABLE budgets (
  department VARCHAR PRIMARY KEY,
  q1 INTEGER,
  q2 INTEGER,
  q3 INTEGER,
  q4 INTEGER,
  "Head Count" INTEGER,
  "order" VARCHAR,
  "Group" VARCHAR
);

INSERT INTO budgets VALUES
  ('research', 10, 20, NULL, 40, 3, 'first', 'A'),
  ('sales', 15, 15, 15, 15, 12, 'second', 'B'),
  ('ops', NULL, 5, 0, -5, 1, NULL, 'A'),
  ('legal', 7, 7, 8, 9, 3, 'first', 'B');

-- An entity over no rows.
CREATE TABLE nothing (
  id INTEGER PRIMARY KEY,
  label VARCHAR,
  amount DECIMAL(10, 2)
);
