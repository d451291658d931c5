-- The nasty shop. Each row has a label, so that a result says which rows met.

-- c3 has no orders; c4 and c5 have NULL for a key; c7 has NULL nearly everywhere.
CREATE TABLE people (label VARCHAR, person_id INTEGER, full_name VARCHAR, score INTEGER, tier INTEGER,
    brand VARCHAR, acct INTEGER, joined_on DATE, ref_by INTEGER, mail VARCHAR, ssn VARCHAR);
INSERT INTO people VALUES
    ('c1', 1, 'Ada', 45, 3, 'x', 10, '2024-01-01', NULL, ' Ada@Mail ', 'secret-1'),
    ('c2', 2, 'Ben', 55, 2, 'y', 10, '2024-02-01', 1, 'ben@mail', 'secret-2'),
    ('c3', 3, 'Cid', 120, 1, 'x', 99, '2024-03-01', 1, NULL, 'secret-3'),
    ('c4', NULL, 'Dot', 49, 3, 'x', NULL, '2024-01-05', 77, '', 'secret-4'),
    ('c5', NULL, 'Eve', NULL, NULL, NULL, 11, NULL, NULL, 'BEN@MAIL', 'secret-5'),
    ('c6', 6, 'Flo', 0, 3, 'x', 11, '2024-01-01', 6, 'flo@mail', 'secret-6'),
    ('c7', 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

-- o4 has no customer, o5 a customer who is not there, o6 no key, o7 no items and no amount; o2 and
-- o3 tie; in o2 the present and the former customer number are the same.
CREATE TABLE orders (label VARCHAR, ord_no INTEGER, cust INTEGER, bill_cust INTEGER,
    legacy_cust INTEGER, amount DECIMAL(9, 2), status VARCHAR, placed_on DATE, "value" INTEGER);
INSERT INTO orders VALUES
    ('o1', 101, 1, 1, NULL, 10, 'paid', '2024-01-10', 1),
    ('o2', 102, 1, 2, 1, 20, 'open', '2024-03-01', 2),
    ('o3', 103, 2, 99, 1, 20, 'paid', '2024-03-01', 3),
    ('o4', 104, NULL, 1, NULL, 5, 'paid', '2024-01-02', 4),
    ('o5', 105, 77, NULL, 2, 7, 'open', '2024-05-05', 5),
    ('o6', NULL, 2, 2, NULL, 30, 'paid', NULL, 6),
    ('o7', 107, 6, 1, NULL, NULL, NULL, '2024-06-01', 7);

-- A link twice, a row twice, links to nowhere on one side and on both, NULLs on one side and on both.
CREATE TABLE order_items (ord_no INTEGER, sku VARCHAR, gift_sku VARCHAR, qty INTEGER);
INSERT INTO order_items VALUES
    (101, 'A', NULL, 1), (101, 'A', 'B', 2), (101, 'A', NULL, 1), (101, 'B', 'B', 5),
    (102, 'A', 'A', 3), (102, 'ZZ', 'C', 1),
    (103, 'ZZ', 'A', 1), (103, NULL, 'B', 9),
    (104, 'A', NULL, 4), (105, 'C', 'QQ', 2),
    (999, 'B', 'B', 2), (888, 'YY', NULL, 1),
    (NULL, 'A', NULL, 2), (NULL, NULL, NULL, NULL);

-- p4 was never sold; p5 and p6 have NULL for a key.
CREATE TABLE products (label VARCHAR, sku VARCHAR, title VARCHAR, sup_no INTEGER, price INTEGER);
INSERT INTO products VALUES
    ('p1', 'A', 'Apple', 1, 3), ('p2', 'B', 'Basil', 2, 5), ('p3', 'C', 'Cumin', NULL, 5),
    ('p4', 'D', 'Dates', 9, 8), ('p5', NULL, 'Edam', 1, 1), ('p6', NULL, NULL, NULL, NULL);

CREATE TABLE suppliers (label VARCHAR, sup_no INTEGER, "name" VARCHAR);
INSERT INTO suppliers VALUES ('s1', 1, 'North'), ('s2', 2, 'South'), ('s3', 3, 'East'), ('s4', NULL, 'West');

CREATE TABLE accounts (label VARCHAR, acct INTEGER, brand VARCHAR);
INSERT INTO accounts VALUES ('a1', 10, 'x'), ('a2', 10, 'y'), ('a3', 11, 'x'), ('a4', NULL, 'x'),
    ('a5', 11, NULL), ('a6', 12, 'y');

-- The ranges overlap, have an open end that is NULL, and leave gaps.
CREATE TABLE groups (label VARCHAR, "from" INTEGER, "to" INTEGER, "select" VARCHAR);
INSERT INTO groups VALUES ('g1', 0, 49, 'low'), ('g2', 50, 100, 'high'), ('g3', 40, 60, 'mid'),
    ('g4', NULL, 10, 'open'), ('g5', 200, 300, 'none');

CREATE TABLE passports (label VARCHAR, pass_no VARCHAR, holder INTEGER, "date" DATE);
INSERT INTO passports VALUES ('q1', 'P-1', 1, '2030-01-01'), ('q2', 'P-2', 2, NULL),
    ('q3', 'P-3', 88, '2031-01-01'), ('q4', NULL, NULL, '2032-01-01');

-- Who is kin to whom: twice the same, to oneself, to nobody there, from nobody there, NULLs.
CREATE TABLE kin (one INTEGER, other INTEGER);
INSERT INTO kin VALUES (1, 2), (1, 2), (2, 1), (6, 6), (1, 96), (95, 2), (3, 99), (98, 2), (NULL, 1), (7, NULL), (NULL, NULL);

-- Visits are told apart by a column that the model does not show.
CREATE TABLE visits (label VARCHAR, visit_no INTEGER, mail VARCHAR, "year" INTEGER);
INSERT INTO visits VALUES ('v1', 1, 'ADA@MAIL', 2024), ('v2', 2, 'ada@mail ', 2025), ('v3', 3, 'Ben@mail', 2024),
    ('v4', 4, 'who@mail', 2024), ('v5', 5, NULL, 2025), ('v6', 6, '', NULL);

-- A coupon's code is a formula over what is stored.
CREATE TABLE coupons (label VARCHAR, raw_code VARCHAR, sku VARCHAR);
INSERT INTO coupons VALUES ('k1', ' c10 ', 'A'), ('k2', 'C20', 'A'), ('k3', 'c30', 'ZZ'), ('k4', 'c40', 'B'),
    ('k5', NULL, 'A'), ('k6', 'c50', NULL);
CREATE TABLE campaigns (label VARCHAR, coupon VARCHAR);
INSERT INTO campaigns VALUES ('m1', 'C10'), ('m2', 'C20'), ('m3', 'C10'), ('m4', 'XX'), ('m5', NULL), ('m6', 'C30');
CREATE TABLE grants (person INTEGER, code VARCHAR);
INSERT INTO grants VALUES (1, 'C10'), (1, 'C10'), (1, 'C40'), (1, 'XX'), (2, 'C10'), (3, 'XX'), (97, 'C10'), (97, 'C20'), (NULL, 'C20'),
    (6, NULL);

-- Nothing here.
CREATE TABLE warranties (label VARCHAR, ord_no INTEGER);
CREATE TABLE tags (label VARCHAR, tag VARCHAR);
INSERT INTO tags VALUES ('t1', 'fresh'), ('t2', NULL);
CREATE TABLE product_tags (sku VARCHAR, tag VARCHAR);
