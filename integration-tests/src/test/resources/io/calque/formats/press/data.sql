CREATE TABLE Writer (_docID VARCHAR, penName VARCHAR, born TIMESTAMPTZ, active BOOLEAN, _mentorID VARCHAR);
CREATE TABLE Contract (_docID VARCHAR, number VARCHAR, advance DOUBLE, _writerID VARCHAR);
CREATE TABLE Work (_docID VARCHAR, title VARCHAR, pages BIGINT, published TIMESTAMPTZ, languages VARCHAR[], extra JSON,
  _writerID VARCHAR, _editorID VARCHAR, _sequelID VARCHAR, _awardID VARCHAR);
CREATE TABLE Tag (_docID VARCHAR, label VARCHAR);
CREATE TABLE WorkTag (_docID VARCHAR, _workID VARCHAR, _tagID VARCHAR, weight BIGINT);
CREATE TABLE Award (_docID VARCHAR, prize VARCHAR);
INSERT INTO Writer VALUES
  ('w1', 'Ines Marsh', '1961-02-03 00:00:00+00', true, NULL),
  ('w2', 'Otto Reed', '1984-07-19 00:00:00+00', true, 'w1'),
  ('w3', 'Lena Frost', '1990-11-30 00:00:00+00', false, 'w1'),
  ('w4', 'Pia Holm', NULL, true, 'w2');
INSERT INTO Contract VALUES ('c1', 'A-17', 900.5, 'w1'), ('c2', 'B-02', 120, 'w3'), ('c3', 'C-99', 0, NULL);
INSERT INTO Work VALUES
  ('k1', 'Tidewater', 310, '2001-05-01 00:00:00+00', ['en', 'de'], '{"cover": "blue"}', 'w1', 'w2', 'k2', 'a1'),
  ('k2', 'Ebb', 280, '2004-05-01 00:00:00+00', ['en'], '{"cover": "grey"}', 'w1', NULL, NULL, NULL),
  ('k3', 'Nine Lamps', 95, '2019-09-09 00:00:00+00', [], NULL, 'w2', 'w1', NULL, 'a1'),
  ('k4', 'Loose Leaves', 40, NULL, NULL, NULL, NULL, 'w1', NULL, NULL);
INSERT INTO Tag VALUES ('t1', 'sea'), ('t2', 'crime'), ('t3', 'verse');
INSERT INTO WorkTag VALUES ('x1', 'k1', 't1', 3), ('x2', 'k1', 't2', 1), ('x3', 'k2', 't1', 2), ('x4', 'k3', 't2', 5),
  ('x5', NULL, 't3', 1), ('x6', 'k1', 't1', 1);
INSERT INTO Award VALUES ('a1', 'Golden Quill'), ('a2', 'Paper Crane');
