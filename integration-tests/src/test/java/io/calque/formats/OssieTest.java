package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hospital whose model is an Apache Ossie document. */
class OssieTest {
  @RegisterExtension
  static final SideBySide HOSPITAL = SideBySide.project(OssieTest.class, "hospital", "clinic");

  @Test
  void fieldsInTheDialectOfTheWarehouse() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT patient_id, full_name, greeting, town FROM patient",
        """
        SELECT id, first_name || ' ' || last_name, 'Dear ' || first_name || ' ' || last_name, town
        FROM patients
        """);
    assertEquals(
        List.of("ward", "visit_no", "seen_on", "hours"),
        HOSPITAL.rows("SELECT * FROM visit").labels());
  }

  @Test
  void synonymsAreAliases() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT full_name FROM client", "SELECT first_name || ' ' || last_name FROM patients");
    HOSPITAL.assertSameRows("SELECT town FROM sick_person", "SELECT town FROM patients");
  }

  @Test
  void aDatasetOverAQuery() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT day, visits FROM busy_day",
        "SELECT seen_on, COUNT(*) FROM visits GROUP BY seen_on HAVING COUNT(*) > 1");
    HOSPITAL.assertSameRows(
        "SELECT v.ward, v.visit_no, d.visits FROM visit v LEFT JOIN busy_day d",
        """
        SELECT v.ward, v.visit_no, d.visits FROM visits v
        LEFT JOIN (SELECT seen_on, COUNT(*) AS visits FROM visits GROUP BY 1 HAVING COUNT(*) > 1) d
          ON d.seen_on = v.seen_on
        """);
  }

  @Test
  void foreignKeysFromEitherSide() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT v.visit_no, p.town FROM visit v LEFT JOIN patient p",
        "SELECT v.visit_no, p.town FROM visits v LEFT JOIN patients p ON v.patient_ref = p.id");
    HOSPITAL.assertSameRows(
        "SELECT p.town, v.visit_no FROM patient p LEFT JOIN visit v",
        "SELECT p.town, v.visit_no FROM patients p LEFT JOIN visits v ON v.patient_ref = p.id");
    HOSPITAL.assertSameRows(
        "SELECT f.label, v.hours FROM finding f LEFT JOIN visit v",
        """
        SELECT f.label, v.minutes / 60.0 FROM findings f
        LEFT JOIN visits v ON v.ward = f.ward AND v.visit_no = f.visit_no
        """);
    HOSPITAL.assertSameRows(
        "SELECT v.ward, f.label FROM visit v LEFT JOIN finding f USING ('finding_visit')",
        """
        SELECT v.ward, f.label FROM visits v
        LEFT JOIN findings f ON v.ward = f.ward AND v.visit_no = f.visit_no
        """);
  }

  @Test
  void twoForeignKeysAreToldApartByName() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT p.town, d.surname FROM patient p LEFT JOIN doctor d USING ('family_doctor')",
        "SELECT p.town, d.surname FROM patients p LEFT JOIN doctors d ON p.family_doctor = d.code");
    HOSPITAL.assertSameRows(
        "SELECT d.surname, p.town FROM doctor d LEFT JOIN patient p USING ('emergency_doctor')",
        "SELECT d.surname, p.town FROM doctors d LEFT JOIN patients p ON p.emergency_badge = d.badge");
    assertEquals(302, HOSPITAL.error("SELECT 1 FROM patient p JOIN doctor d").getErrorCode());
  }

  @Test
  void aForeignKeyToTheOwnDataset() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT d.surname, b.surname FROM doctor d LEFT JOIN doctor b USING ('supervisor')",
        "SELECT d.surname, b.surname FROM doctors d LEFT JOIN doctors b ON d.boss = b.code");
    HOSPITAL.assertSameRows(
        "SELECT b.surname, d.surname FROM doctor b LEFT JOIN doctor d USING ('supervisor__reversed')",
        "SELECT b.surname, d.surname FROM doctors b LEFT JOIN doctors d ON d.boss = b.code");
  }

  @Test
  void aMetricBelongsToItsDataset() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT p.town, METRIC('v.visits_made') FROM patient p LEFT JOIN visit v GROUP BY p.town",
        """
        SELECT p.town, COUNT(v.visit_no) FROM patients p LEFT JOIN visits v ON v.patient_ref = p.id
        GROUP BY p.town
        """);
  }

  @Test
  void aMetricOverSeveralDatasets() throws SQLException {
    HOSPITAL.assertSameRows(
        "SELECT METRIC('hours_per_patient'), METRIC('fees') FROM visit",
        """
        SELECT SUM(v.minutes / 60.0) / COUNT(DISTINCT p.id), SUM(v.minutes / 60.0 * d.rate)
        FROM visits v LEFT JOIN patients p ON v.patient_ref = p.id LEFT JOIN doctors d ON v.doctor_code = d.code
        """);
    HOSPITAL.assertSameRows(
        "SELECT v.ward, METRIC('fees') FROM visit v JOIN finding f GROUP BY v.ward",
        """
        SELECT v.ward, SUM(v.minutes / 60.0 * d.rate)
        FROM visits v LEFT JOIN doctors d ON v.doctor_code = d.code
        WHERE EXISTS (SELECT 1 FROM findings f WHERE f.ward = v.ward AND f.visit_no = v.visit_no)
        GROUP BY v.ward
        """);
  }

  @Test
  void whatCannotBeExpressedIsNotThere() {
    assertEquals(List.of("fees", "hours_per_patient", "visits_made"), metrics());
  }

  private static List<String> metrics() {
    try {
      return HOSPITAL.rows("SELECT name FROM meta.metrics ORDER BY name").lines();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
