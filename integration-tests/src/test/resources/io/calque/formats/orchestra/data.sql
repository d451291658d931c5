CREATE TABLE people (id INTEGER, Name VARCHAR, kind VARCHAR, teacher_id INTEGER);
INSERT INTO people VALUES
  (1, 'Ada', 'musician', NULL), (2, 'Ben', 'musician', 1), (3, 'Cid', 'musician', 1),
  (4, 'Dora', 'musician', 2), (5, 'Eve', 'usher', 1), (6, NULL, 'musician', 99);
CREATE TABLE concerts (no INTEGER, "Title" VARCHAR, hall_id INTEGER, "ticket price" DECIMAL(8,2), _loaded TIMESTAMP);
INSERT INTO concerts VALUES
  (10, 'Spring', 1, 20.00, '2024-01-01'), (11, 'Autumn', 1, 30.00, '2024-01-02'),
  (12, 'Winter', 2, 50.00, NULL), (13, 'Nowhere', NULL, NULL, NULL);
CREATE TABLE parts (person_id INTEGER, concert_no INTEGER, instrument VARCHAR);
INSERT INTO parts VALUES
  (1, 10, 'violin'), (1, 10, 'viola'), (1, 11, 'violin'), (2, 10, 'cello'), (3, 12, 'flute'),
  (4, 99, 'harp'), (5, 12, 'door'), (NULL, 10, 'drum');
CREATE TABLE halls (id INTEGER, name VARCHAR, seats INTEGER, opened_with INTEGER);
INSERT INTO halls VALUES (1, 'Large Hall', 900, 11), (2, 'Small Hall', 200, NULL), (3, 'Barn', 50, 13);
CREATE TABLE fees (id INTEGER, person_id INTEGER, amount DECIMAL(8,2));
INSERT INTO fees VALUES (1, 1, 100), (2, 1, 50), (3, 2, 70), (4, NULL, 9);
