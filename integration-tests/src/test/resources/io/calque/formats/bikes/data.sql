CREATE TABLE districts (code VARCHAR, title VARCHAR);
CREATE TABLE stations (station_no INTEGER, title VARCHAR, district_code VARCHAR);
CREATE TABLE bikes (frame_no VARCHAR, bought_on DATE);
CREATE TABLE riders (rider_id INTEGER, full_name VARCHAR, friend_id INTEGER);
CREATE TABLE trips (trip_id INTEGER, frame_no VARCHAR, rider_id INTEGER, from_no INTEGER, to_no INTEGER, started_at TIMESTAMP, minutes INTEGER);
CREATE TABLE repairs (repair_id INTEGER, frame_no VARCHAR, cost DECIMAL(8,2));
INSERT INTO districts VALUES ('N', 'North'), ('S', 'South');
INSERT INTO stations VALUES (1, 'Mill', 'N'), (2, 'Quay', 'S'), (3, 'Park', NULL);
INSERT INTO bikes VALUES ('F1', '2019-04-01'), ('F2', '2024-01-15'), ('F3', '2020-06-30');
INSERT INTO riders VALUES (10, 'Ann', NULL), (11, 'Ben', 10), (12, 'Cleo', 10), (13, 'Dan', 12);
INSERT INTO trips VALUES
  (100, 'F1', 10, 1, 2, '2026-01-01 08:00:00', 12),
  (101, 'F1', 11, 2, 1, '2026-01-02 09:00:00', 45),
  (102, 'F1', 10, 1, 1, '2026-01-03 10:00:00', 31),
  (103, 'F2', 12, 3, 2, '2026-01-03 11:00:00', 8),
  (104, 'F2', 11, 1, 3, '2026-01-04 12:00:00', 20),
  (105, NULL, 13, 2, NULL, '2026-01-05 13:00:00', 5);
INSERT INTO repairs VALUES (1, 'F1', 80), (2, 'F1', 20), (3, 'F3', 55.5);
