-- What the hostile corpus attacks: three entities over tables with more columns than features, a raw
-- table, a view, a table macro, a sequence. The secrets below must never reach a client.

CREATE TABLE customers (id INTEGER PRIMARY KEY, full_name VARCHAR, city VARCHAR, ssn VARCHAR, pin INTEGER, age INTEGER);

INSERT INTO customers VALUES
  (1, 'Ann', 'Oslo', 'zq7-secret-column-one', 774411, 30),
  (2, 'Bob', 'Ankara', 'zq7-secret-column-two', 774412, 41),
  (3, 'Cid', 'Oslo', 'aq7-secret-column-three', 774413, 52);

CREATE TABLE purchases (id INTEGER PRIMARY KEY, customer_id INTEGER, amount DECIMAL(10, 2), ssn VARCHAR, pin INTEGER, tags VARCHAR[]);

INSERT INTO purchases VALUES
  (10, 1, 5.00, 'zq7-secret-column-one', 774411, ['a', 'b']),
  (11, 1, 7.50, 'zq7-secret-column-two', 774412, ['b']),
  (12, 2, 9.25, 'aq7-secret-column-three', 774413, []);

CREATE TABLE audit (id INTEGER PRIMARY KEY, action VARCHAR, note VARCHAR);

INSERT INTO audit VALUES (1, 'login', 'zq7-secret-column-four'), (2, 'logout', 'zq7-secret-column-five');

CREATE TABLE vault (id INTEGER PRIMARY KEY, secret VARCHAR);

INSERT INTO vault VALUES (1, 'zq7-secret-table');

CREATE VIEW vault_view AS SELECT secret FROM vault;

CREATE MACRO peek() AS TABLE SELECT secret FROM vault;

CREATE SEQUENCE ticket START 774400;
