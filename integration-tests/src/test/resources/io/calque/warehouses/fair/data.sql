CREATE TABLE buyers (no INTEGER, town VARCHAR, credit INTEGER, country VARCHAR, joined DATE);
INSERT INTO buyers VALUES (1, 'Ulm', 100, 'de', DATE '2023-01-31'), (2, 'Ulm', 200, 'de', DATE '2023-02-28'),
  (3, 'Bonn', 400, 'fr', NULL), (4, NULL, 800, 'xx', DATE '2020-02-29'), (5, 'Kiel', NULL, NULL, DATE '2023-12-31');
CREATE TABLE countries (code VARCHAR, name VARCHAR, people INTEGER);
INSERT INTO countries VALUES ('de', 'Germany', 83), ('fr', 'France', 68), ('es', 'Spain', 48);
CREATE TABLE purchases (no INTEGER, buyer INTEGER, payer INTEGER, amount INTEGER, cost INTEGER, shop VARCHAR, day DATE);
INSERT INTO purchases VALUES
  (10, 1, 1, 10, 5, 'north', DATE '2024-01-05'), (11, 1, 2, 30, 6, 'north', DATE '2024-02-05'),
  (12, 1, 2, 20, 20, 'south', DATE '2024-02-05'), (13, 2, 2, 50, 40, 'south', DATE '2024-01-09'),
  (14, 3, 1, NULL, 3, NULL, NULL), (15, 4, 4, 70, 7, 'it''s', DATE '2024-03-02'),
  (16, NULL, 3, 90, 9, 'east', DATE '2024-01-30'), (17, 99, 99, 5, 1, 'east', DATE '2024-02-28');
CREATE TABLE lines (no INTEGER, purchase INTEGER, quantity INTEGER);
INSERT INTO lines VALUES (100, 10, 1), (101, 10, 2), (102, 11, 3), (103, 13, 1), (104, 13, 1), (105, 13, 4),
  (106, 14, NULL), (107, 15, 2), (108, 77, 9);
CREATE TABLE complaints (buyer INTEGER, about VARCHAR, level INTEGER);
INSERT INTO complaints VALUES (1, 'price', 3), (1, 'taste', 1), (1, 'queue', 1), (2, 'noise', 2), (3, 'light', NULL), (NULL, 'rain', 5);
CREATE TABLE hobbies (no INTEGER, name VARCHAR, hours INTEGER);
INSERT INTO hobbies VALUES (300, 'chess', 2), (301, 'chess', 4), (302, 'tennis', 8), (303, 'sleep', 16);
CREATE TABLE has_hobby (buyer INTEGER, hobby INTEGER);
INSERT INTO has_hobby VALUES (1, 300), (1, 300), (1, 301), (2, 300), (2, 302), (3, 302), (3, 302), (99, 303), (4, NULL), (NULL, 300);
CREATE TABLE samples (id INTEGER, flag BOOLEAN, small SMALLINT, whole INTEGER, big BIGINT, exact DECIMAL(18, 4), wide DECIMAL(38, 10), approx DOUBLE PRECISION, word VARCHAR, day DATE, moment TIMESTAMP, instant TIMESTAMP WITH TIME ZONE);
INSERT INTO samples VALUES
  (1, TRUE, 1, 2, 3, 4.5000, 12345678901234567890.0123456789, 0.1, 'word', DATE '2024-02-29', TIMESTAMP '2024-02-29 23:59:59.123', CAST('2024-03-31 01:30:00 UTC' AS TIMESTAMP WITH TIME ZONE)),
  (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, FALSE, -32768, -2147483648, 9223372036854775807, -99999999999999.9999, CAST('-9999999999999999999999999999.9999999999' AS DECIMAL(38, 10)), 1e300, '', DATE '0001-01-01', TIMESTAMP '1969-12-31 23:59:59.999', CAST('2024-07-01 02:30:00 Europe/Berlin' AS TIMESTAMP WITH TIME ZONE)),
  (4, TRUE, 0, 0, 0, 0, 0, 0, 'ä€😀 it''s "so" \', DATE '9999-12-31', TIMESTAMP '2024-03-31 02:30:00', CAST('1900-01-01 00:00:00 UTC' AS TIMESTAMP WITH TIME ZONE));
CREATE TABLE odd ("two words" INTEGER, "select" VARCHAR, "quo""te" VARCHAR, "Mixed" VARCHAR);
INSERT INTO odd VALUES (1, 'a', 'b', 'c'), (NULL, 'd', '', 'e');
CREATE SCHEMA "odd schema";
CREATE TABLE "odd schema"."dot.ted" (id INTEGER, "sel""ect" VARCHAR, "two words" INTEGER);
INSERT INTO "odd schema"."dot.ted" VALUES (1, '', 3), (2, 'it''s', 4)
