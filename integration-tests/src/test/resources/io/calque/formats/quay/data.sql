CREATE SCHEMA raw;
CREATE TABLE raw.ship_company (_docID VARCHAR, name VARCHAR);
CREATE TABLE raw.harbour_fee (_docID VARCHAR, amount DOUBLE, ship_company_id VARCHAR);
INSERT INTO raw.ship_company VALUES ('c1', 'Nord'), ('c2', 'West');
INSERT INTO raw.harbour_fee VALUES ('f1', 12.5, 'c1'), ('f2', 99, 'c1'), ('f3', 1, NULL);
