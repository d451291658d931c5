-- One buyer of unknown city, one who never bought.
CREATE TABLE buyers (no INTEGER, town VARCHAR, credit INTEGER);
INSERT INTO buyers VALUES (1, 'Ulm', 100), (2, 'Ulm', 200), (3, 'Bonn', 400), (4, NULL, 800), (5, 'Kiel', NULL);
-- One purchase of nobody, one of somebody unknown; buyer 2 pays for buyer 1 now and then.
CREATE TABLE purchases (no INTEGER, buyer INTEGER, payer INTEGER, amount INTEGER, cost INTEGER, shop VARCHAR, day DATE);
INSERT INTO purchases VALUES
  (10, 1, 1, 10, 5, 'north', '2024-01-05'), (11, 1, 2, 30, 6, 'north', '2024-02-05'), (12, 1, 2, 20, 20, 'south', '2024-02-07'),
  (13, 2, 2, 50, 40, 'south', '2024-01-09'), (14, 3, 1, NULL, 3, NULL, '2024-03-01'), (15, 4, 4, 70, 7, 'north', '2024-03-02'),
  (16, NULL, 3, 90, 9, 'east', '2024-01-30'), (17, 99, 99, 5, 1, 'east', '2024-02-28');
-- Purchase 12 has no lines.
CREATE TABLE lines (no INTEGER, purchase INTEGER, quantity INTEGER);
INSERT INTO lines VALUES (100, 10, 1), (101, 10, 2), (102, 11, 3), (103, 13, 1), (104, 13, 1), (105, 13, 4), (106, 14, NULL), (107, 15, 2), (108, 77, 9);
CREATE TABLE complaints (no INTEGER, buyer INTEGER, level INTEGER);
INSERT INTO complaints VALUES (200, 1, 3), (201, 1, 1), (202, 2, 2), (203, NULL, 5);
-- Two hobbies of one name; who has which is said twice now and then, and of people who do not exist.
CREATE TABLE hobbies (no INTEGER, name VARCHAR, hours INTEGER);
INSERT INTO hobbies VALUES (300, 'chess', 2), (301, 'chess', 4), (302, 'tennis', 8), (303, 'sleep', 16);
CREATE TABLE has_hobby (buyer INTEGER, hobby INTEGER);
INSERT INTO has_hobby VALUES (1, 300), (1, 300), (1, 301), (2, 300), (2, 302), (3, 302), (3, 302), (99, 303), (4, NULL), (NULL, 300);
