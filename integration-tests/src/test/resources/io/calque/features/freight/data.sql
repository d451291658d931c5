-- Client 4 has no shipments, 5 only shipments without a price, 6 only one that is not theirs alone.
CREATE TABLE clients (no INTEGER, nm VARCHAR, country VARCHAR, manager INTEGER, tier_cd VARCHAR, brand VARCHAR,
    since DATE);
INSERT INTO clients VALUES
    (1, 'Acme', 'FR', NULL, 'gold', 'x', '2024-01-01'),
    (2, 'Bolt', 'DE', 1, 'gold', 'y', '2024-02-01'),
    (3, 'Cogs', NULL, 1, NULL, 'x', '2024-03-01'),
    (4, 'Dyne', 'XX', 2, 'free', NULL, NULL),
    (5, 'Etch', 'FR', 99, 'free', 'y', '2024-01-15'),
    (6, NULL, 'CH', 6, 'gold', 'x', '2024-01-15');

CREATE TABLE countries (code VARCHAR, full_nm VARCHAR, people INTEGER);
INSERT INTO countries VALUES ('FR', 'France', 68), ('DE', 'Germany', 84), ('CH', NULL, 9), (NULL, 'Nowhere', 0);

-- Links twice, to a zone that is not there, from a country that is not there.
CREATE TABLE country_zones (code VARCHAR, zone VARCHAR);
INSERT INTO country_zones VALUES ('FR', 'W'), ('FR', 'W'), ('DE', 'M'), ('CH', 'Q'), ('IT', 'S'), (NULL, 'W');
CREATE TABLE zones (zone VARCHAR, zone_nm VARCHAR);
INSERT INTO zones VALUES ('W', 'West'), ('M', 'Middle'), ('S', 'South'), (NULL, 'Void');

-- Two phones since the same day, one since nobody knows when.
CREATE TABLE phones (client INTEGER, phone VARCHAR, since DATE, kind VARCHAR);
INSERT INTO phones VALUES (1, '11', '2024-01-01', 'desk'), (1, '12', '2024-05-01', 'cell'), (1, '13', '2024-05-01', 'cell'),
    (2, '21', NULL, 'desk'), (2, '22', '2024-02-02', 'desk'), (3, '31', NULL, 'cell'), (NULL, '99', '2024-01-01', 'desk'),
    (77, '77', '2024-01-01', 'desk');

CREATE TABLE depots (no INTEGER, city VARCHAR);
INSERT INTO depots VALUES (1, 'Lyon'), (2, 'Bonn'), (3, 'Bern'), (4, NULL);

-- 13 has no client, 14 one that is not there; 10 and 11 were sent at once, 12 nobody knows when.
CREATE TABLE shipments (no INTEGER, client INTEGER, payer INTEGER, old_client INTEGER, depot INTEGER, kg DOUBLE,
    price DECIMAL(9, 2), status VARCHAR, sent TIMESTAMP, brand VARCHAR, insured BOOLEAN);
INSERT INTO shipments VALUES
    (10, 1, 2, 1, 1, 10, 100, 'done', '2024-01-10 10:00:00', 'x', TRUE),
    (11, 1, 1, 2, 2, 20, 50.5, 'open', '2024-01-10 10:00:00', 'y', FALSE),
    (12, 1, NULL, NULL, 1, NULL, 7, 'done', NULL, 'x', NULL),
    (13, NULL, 1, 6, 2, 5, 30, 'done', '2024-03-01 00:00:00', 'x', TRUE),
    (14, 88, 4, NULL, NULL, 1, 1, NULL, '2024-03-02 00:00:00', NULL, FALSE),
    (15, 2, 2, NULL, 9, 0, 40, 'lost', '2024-01-15 12:30:00', 'y', TRUE),
    (16, 2, 2, 2, 1, 8, 40, 'done', '2024-06-01 00:00:00', 'x', FALSE),
    (17, 3, 1, 3, 3, 3, 12, 'it''s', '2024-04-01 00:00:00', 'x', NULL),
    (18, 5, 5, NULL, 2, 4, NULL, 'open', '2024-02-01 00:00:00', 'y', FALSE),
    (NULL, 3, 3, NULL, 1, 2, 9, 'done', '2024-05-01 00:00:00', 'y', TRUE);

CREATE TABLE parcels (no INTEGER, shipment INTEGER, kg DOUBLE, fragile BOOLEAN);
INSERT INTO parcels VALUES (1, 10, 4, TRUE), (2, 10, 6, FALSE), (3, 11, 20, FALSE), (4, 16, 8, TRUE), (5, 99, 1, TRUE),
    (6, NULL, 2, FALSE), (7, 13, 5, NULL), (8, 17, NULL, FALSE);

CREATE TABLE tags (tag VARCHAR, rank INTEGER);
INSERT INTO tags VALUES ('cold', 5), ('fast', 3), ('new', 3), ('odd', 1), (NULL, 9);
CREATE TABLE shipment_tags (shipment INTEGER, tag VARCHAR);
INSERT INTO shipment_tags VALUES (10, 'cold'), (10, 'cold'), (10, 'fast'), (11, 'cold'), (12, 'fast'), (16, 'new'),
    (16, 'fast'), (13, 'odd'), (98, 'odd'), (10, 'gone'), (17, NULL), (NULL, 'cold'), (18, 'new');
