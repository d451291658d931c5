CREATE SCHEMA archive;
CREATE TABLE people (id INTEGER, mail VARCHAR, first VARCHAR, last VARCHAR, practice_id INTEGER, doctor_id INTEGER, notes VARCHAR, kind VARCHAR);
INSERT INTO people VALUES
  (1, 'ADA@x', 'Ada', 'Abel', 10, 2, '{}', 'patient'), (2, 'ben@x', 'Ben', 'Bray', 10, NULL, NULL, 'doctor'),
  (3, 'cid@x', 'Cid', 'Cole', 20, 2, NULL, 'patient'), (4, NULL, 'Dora', 'Dean', NULL, 99, NULL, 'patient'),
  (5, 'eve@x', 'Eve', 'East', 20, 2, NULL, 'visitor');
CREATE TABLE practices (id INTEGER, "practice name" VARCHAR, head_count INTEGER, head_id INTEGER);
INSERT INTO practices VALUES (10, 'Harbour', 150, 2), (20, 'Hill', 12, 3), (30, 'Empty', 500, NULL);
CREATE TABLE visits (visit_no INTEGER, patient_id INTEGER, visited_on DATE, fee DECIMAL(8,2));
INSERT INTO visits VALUES (1, 1, DATE '2024-05-20', 30), (2, 1, DATE '2024-01-01', 40), (3, 3, DATE '2024-03-01', 50), (4, 5, DATE '2024-05-25', 10), (5, NULL, DATE '2024-05-25', 1);
CREATE TABLE remedies (code VARCHAR, title VARCHAR);
INSERT INTO remedies VALUES ('P', 'Plaster'), ('T', 'Tea'), ('X', 'X-ray');
CREATE TABLE given (visit_no INTEGER, remedy VARCHAR, dose INTEGER);
INSERT INTO given VALUES (1, 'P', 1), (2, 'P', 2), (2, 'T', 1), (3, 'T', 1), (3, 'Z', 1), (4, 'X', 1), (9, 'X', 1);
CREATE TABLE archive.files (patient_id INTEGER, blood_group VARCHAR);
INSERT INTO archive.files VALUES (1, 'A'), (3, '0'), (7, 'B');
