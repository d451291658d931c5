-- An order may have another payer; an item may name a product that is gone.
CREATE SCHEMA core;
CREATE TABLE core.customers (customer_id INTEGER, handle VARCHAR);
INSERT INTO core.customers VALUES (1, 'ann'), (2, 'bob'), (3, 'cat'), (NULL, 'ghost');
CREATE TABLE core.orders (order_id INTEGER, customer_id INTEGER, paid_by INTEGER, net DECIMAL(9, 2));
INSERT INTO core.orders VALUES (10, 1, 1, 30), (11, 1, 2, 12.5), (12, 2, 1, 8), (13, NULL, 2, 3), (14, 2, NULL, NULL);
CREATE TABLE core.order_items (order_id INTEGER, product_id INTEGER, qty INTEGER);
INSERT INTO core.order_items VALUES (10, 100, 1), (10, 100, 2), (10, 101, 1), (11, 101, 3), (12, 199, 1), (77, 102, 1),
    (13, 102, 1), (NULL, 100, 1);
CREATE TABLE core.products (product_id INTEGER, title VARCHAR);
INSERT INTO core.products VALUES (100, 'Cup'), (101, 'Jug'), (102, 'Pan'), (103, 'Wok');
