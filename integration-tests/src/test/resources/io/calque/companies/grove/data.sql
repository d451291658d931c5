-- Accounts pay for subscriptions; people of an account leave events behind.
CREATE SCHEMA core;
CREATE SCHEMA identity;
CREATE TABLE core.accounts (account_no INTEGER, company VARCHAR, plan VARCHAR);
INSERT INTO core.accounts VALUES (1, 'Birch', 'team'), (2, 'Cedar', 'solo'), (3, 'Elm', NULL);
CREATE TABLE core.subscriptions (sub_no INTEGER, account_no INTEGER, state VARCHAR, monthly DECIMAL(9, 2));
INSERT INTO core.subscriptions VALUES (10, 1, 'active', 50), (11, 1, 'ended', 30), (12, 2, 'active', 20), (13, 9, 'active', 5);
CREATE TABLE core.invoices (inv_no INTEGER, sub_no INTEGER, total DECIMAL(9, 2), issued DATE);
INSERT INTO core.invoices VALUES (100, 10, 50, '2025-01-01'), (101, 10, 55, '2025-02-01'), (102, 12, 20, '2025-01-15'),
    (103, NULL, 1, '2025-01-20');
CREATE TABLE identity.users (user_id INTEGER, account_id INTEGER);
INSERT INTO identity.users VALUES (7, 1), (8, 1), (9, 2), (10, 5), (11, NULL), (12, 3);
CREATE TABLE core.events (ev_no INTEGER, user_id INTEGER, kind VARCHAR);
INSERT INTO core.events VALUES (1000, 7, 'login'), (1001, 7, 'export'), (1002, 8, 'login'), (1003, 10, 'login'),
    (1004, 99, 'login'), (1005, NULL, 'ping');
