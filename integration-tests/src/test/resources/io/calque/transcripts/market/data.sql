-- Cid ordered nothing, Eve only called; Dot and Eve live nowhere and have the same credit; nobody is number 9.
CREATE TABLE customers (cust_id INTEGER, full_name VARCHAR, country VARCHAR, credit INTEGER, referred_by INTEGER, since DATE);
INSERT INTO customers VALUES
    (1, 'Ada', 'FR', 100, NULL, '2024-01-10'), (2, 'Ben', 'DE', 50, 1, '2024-06-01'), (3, 'Cid', 'FR', NULL, 1, '2024-06-20'),
    (4, 'Dot', NULL, 70, 2, '2025-01-01'), (5, 'Eve', NULL, 70, 9, NULL);

-- 13 has no amount, 14 no customer, 15 no state and no day; 10 and 15 are worth the same.
CREATE TABLE orders (ord_id INTEGER, cust_id INTEGER, bill_to INTEGER, amount DECIMAL(9, 2), state VARCHAR, placed_on DATE);
INSERT INTO orders VALUES
    (10, 1, 1, 30, 'paid', '2025-01-05'), (11, 1, 2, 12.5, 'open', '2025-01-20'), (12, 2, 2, 20, 'paid', '2025-02-01'),
    (13, 4, 1, NULL, 'open', '2025-02-03'), (14, NULL, 4, 8, 'paid', '2025-02-10'), (15, 1, 1, 30, NULL, NULL);

-- Order 10 has the cup twice, order 12 something unknown, order 14 a product that is gone; order 99 is gone itself.
CREATE TABLE items (ord_id INTEGER, line_no INTEGER, product_no INTEGER, qty INTEGER, price INTEGER);
INSERT INTO items VALUES
    (10, 1, 1, 1, 4), (10, 2, 2, 3, 9), (10, 3, 1, 2, 4), (11, 1, 2, 1, 9),
    (12, 1, 1, 2, 4), (12, 2, NULL, 1, 5), (14, 1, 9, 1, 2), (99, 1, 1, 5, 4);

-- Nobody bought the wok.
CREATE TABLE products (product_no INTEGER, title VARCHAR, category VARCHAR, shelf_price INTEGER);
INSERT INTO products VALUES (1, 'Cup', 'kitchen', 4), (2, 'Jug', 'kitchen', 9), (3, 'Wok', NULL, 35);

-- One ticket has no number, one no customer who is there, one was not timed.
CREATE TABLE tickets (ticket_no INTEGER, cust_id INTEGER, minutes INTEGER, topic VARCHAR);
INSERT INTO tickets VALUES
    (1, 1, 10, 'price'), (2, 1, 20, 'fault'), (NULL, 1, 3, 'fault'), (3, 4, 5, 'price'), (4, 5, NULL, 'fault'), (5, 99, 7, NULL);

-- Ada is a vip twice over; links from nobody, to nothing, from somebody who is gone.
CREATE TABLE customer_tags (cust_id INTEGER, tag VARCHAR);
INSERT INTO customer_tags VALUES
    (1, 'vip'), (1, 'vip'), (1, 'new'), (2, 'vip'), (3, 'new'), (4, 'gone'), (7, 'vip'), (NULL, 'new');
CREATE TABLE tags (tag VARCHAR, weight INTEGER);
INSERT INTO tags VALUES ('vip', 3), ('new', 1), ('odd', 5), (NULL, 9);

CREATE TABLE phones (cust_id INTEGER, phone VARCHAR, noted_on DATE);
INSERT INTO phones VALUES (1, '111', '2024-01-01'), (1, '112', '2024-05-01'), (1, '113', '2024-05-01'), (2, '222', NULL), (2, '221', '2024-02-02');

-- An aggregate of the warehouse's own.
CREATE MACRO spread(x) AS max(x) - min(x);
