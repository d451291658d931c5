CREATE SCHEMA shop; CREATE SCHEMA people;
CREATE TABLE shop.cards ("Card_No" INTEGER, "Email" VARCHAR, points INTEGER);
INSERT INTO shop.cards VALUES (1, 'ada@x', 120), (2, 'ben@x', 80), (3, NULL, 7), (4, 'ada@x', 5), (5, 'nobody@x', 1);
CREATE TABLE shop.purchases (id INTEGER, card_no INTEGER, bought_on DATE, total DECIMAL(8,2));
INSERT INTO shop.purchases VALUES (100, 1, '2024-03-01', 20), (101, 1, '2024-04-01', 30), (102, 2, '2023-01-01', 5), (103, NULL, '2024-05-01', 9);
CREATE TABLE shop.plants (code VARCHAR, name VARCHAR, price DECIMAL(8,2), grows_well_with VARCHAR);
INSERT INTO shop.plants VALUES ('T', 'Thyme', 3, NULL), ('B', 'Basil', 4, 'T'), ('M', 'Mint', 2, 'M'), ('R', 'Rose', 12, 'T');
CREATE TABLE shop.purchase_lines (line INTEGER, purchase_id INTEGER, plant_code VARCHAR, pieces INTEGER);
INSERT INTO shop.purchase_lines VALUES (1, 100, 'T', 2), (2, 100, 'B', 1), (3, 101, 'T', 5), (4, 101, 'T', 1), (5, 102, 'X', 1), (6, NULL, 'M', 1);
CREATE TABLE shop.allotments (no INTEGER, area INTEGER);
INSERT INTO shop.allotments VALUES (7, 200), (8, 300), (9, 50);
CREATE TABLE people.user_identifiers (canonical_segment_id VARCHAR, type VARCHAR, value VARCHAR, seq INTEGER);
INSERT INTO people.user_identifiers VALUES
  ('p1', 'email', 'ada@x', 1), ('p1', 'phone', 'ben@x', 2), ('p2', 'email', 'ben@x', 1), ('p3', 'email', 'cid@x', 1), ('p4', 'user_id', '4', 1);
CREATE TABLE people.user_traits (canonical_segment_id VARCHAR, name VARCHAR, value VARCHAR);
INSERT INTO people.user_traits VALUES ('p1', 'allotment_no', '7'), ('p2', 'allotment_no', 'none'), ('p3', 'allotment_no', '8'), ('p3', 'favourite', '9'), ('p4', 'allotment_no', '8');
