CREATE TABLE customers (cust_id INTEGER, full_name VARCHAR, country_code VARCHAR, referred_by INTEGER);
INSERT INTO customers VALUES (1, 'Ada', 'FR', NULL), (2, 'Ben', 'DE', 1), (3, 'Cid', 'FR', 1), (4, 'Dot', NULL, 2);

CREATE TABLE countries (code VARCHAR, country VARCHAR);
INSERT INTO countries VALUES ('FR', 'France'), ('DE', 'Germany');

-- Order 14 has no customer; Cid has no orders; order 13 has no items.
CREATE TABLE orders (ord_id INTEGER, cust_id INTEGER, bill_to INTEGER, amount DECIMAL(9, 2), state VARCHAR, placed_on DATE);
INSERT INTO orders VALUES
    (10, 1, 1, 30, 'paid', '2025-01-05'), (11, 1, 2, 12.5, 'open', '2025-01-20'), (12, 2, 2, 20, 'paid', '2025-02-01'),
    (13, 4, 1, 5, 'open', '2025-02-03'), (14, NULL, 4, 8, 'paid', '2025-02-10');

-- The first item is there twice; the last one names a product that is gone. Nobody bought the wok.
CREATE TABLE order_items (ord_id INTEGER, product_no INTEGER, qty INTEGER);
INSERT INTO order_items VALUES (10, 1, 1), (10, 1, 1), (10, 2, 3), (11, 2, 1), (12, 1, 2), (14, 9, 1);
CREATE TABLE products (product_no INTEGER, title VARCHAR, price DECIMAL(9, 2));
INSERT INTO products VALUES (1, 'Cup', 4), (2, 'Jug', 9), (3, 'Wok', 35);
