CREATE TABLE patients (id INTEGER, first_name VARCHAR, last_name VARCHAR, town VARCHAR, family_doctor VARCHAR, emergency_badge INTEGER);
CREATE TABLE doctors (code VARCHAR, surname VARCHAR, badge INTEGER, rate DECIMAL(8,2), boss VARCHAR);
CREATE TABLE visits (ward VARCHAR, visit_no INTEGER, patient_ref INTEGER, doctor_code VARCHAR, seen_on DATE, minutes INTEGER);
CREATE TABLE findings (finding_id INTEGER, ward VARCHAR, visit_no INTEGER, label VARCHAR);
INSERT INTO patients VALUES (1, 'Ada', 'Lind', 'Aby', 'D1', 72), (2, 'Bo', 'Ek', 'Aby', 'D2', NULL), (3, 'Cy', 'Dahl', 'Orsa', NULL, 71);
INSERT INTO doctors VALUES ('D1', 'Holt', 71, 100, NULL), ('D2', 'Moe', 72, 80, 'D1'), ('D3', 'Nye', 73, 60, 'D1');
INSERT INTO visits VALUES ('A', 1, 1, 'D1', '2026-03-01', 30), ('A', 2, 1, 'D2', '2026-03-01', 60), ('B', 1, 2, 'D1', '2026-03-02', 90),
  ('B', 2, NULL, NULL, '2026-03-02', 15), ('B', 3, 2, 'D2', '2026-03-04', 45);
INSERT INTO findings VALUES (1, 'A', 1, 'cough'), (2, 'A', 1, 'fever'), (3, 'B', 1, 'cough'), (4, 'C', 9, 'lost');
