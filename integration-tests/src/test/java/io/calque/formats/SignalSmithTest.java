package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SignalSmith's JSON: entity types, relationships with and without twins, models. */
class SignalSmithTest {
  @RegisterExtension
  static final SideBySide CLINIC = SideBySide.project(SignalSmithTest.class, "clinic", "clinic");

  private static final String PATIENTS = "(SELECT * FROM people WHERE kind <> 'visitor')";
  private static final String GIVEN =
      "(SELECT DISTINCT v.patient_id, g.remedy FROM given g JOIN visits v ON v.visit_no = g.visit_no)";

  @Test
  void anEntityTypeHasItsAttributes() throws SQLException {
    assertEquals(
        List.of("id", "email", "full_name", "practice_id", "doctor_id", "notes"),
        CLINIC.rows("SELECT * FROM patient").labels());
    CLINIC.assertSameRows(
        "SELECT email, full_name FROM patient",
        "SELECT lower(mail), first || ' ' || last FROM " + PATIENTS);
    CLINIC.assertSameRows(
        "SELECT name, employees FROM practice",
        "SELECT \"practice name\", head_count FROM practices");
    CLINIC.assertSameRows(
        "SELECT * FROM patient_file", "SELECT patient_id, blood_group FROM archive.files");
  }

  @Test
  void withoutAttributesItHasTheColumnsOfItsTable() throws SQLException {
    CLINIC.assertSameRows("SELECT * FROM visit", "SELECT * FROM visits");
  }

  @Test
  void aRelationshipAndItsTwinNameTheTwoDirections() throws SQLException {
    CLINIC.assertSameRows(
        "SELECT p.id, a.name FROM patient p LEFT JOIN practice a USING ('patient_belongs_to_practice')",
        "SELECT p.id, a.\"practice name\" FROM %s p LEFT JOIN practices a ON a.id = p.practice_id"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT a.name, p.id FROM practice a LEFT JOIN patient p USING ('Practice has Patients')",
        "SELECT a.\"practice name\", p.id FROM practices a LEFT JOIN %s p ON a.id = p.practice_id"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT a.name, p.id FROM practice a JOIN patient p ON \"Practice has Patients\"",
        "SELECT a.\"practice name\", p.id FROM practices a JOIN %s p ON a.id = p.practice_id"
            .formatted(PATIENTS));
  }

  /** Declared from practice to patient, beside one that is declared from patient to practice. */
  @Test
  void aSecondRelationshipOfThePairIsNamed() throws SQLException {
    assertEquals(302, CLINIC.error("SELECT 1 FROM patient p JOIN practice a").getErrorCode());
    CLINIC.assertSameRows(
        "SELECT a.name, p.id FROM practice a LEFT JOIN patient p USING ('practice_is_led_by')",
        "SELECT a.\"practice name\", p.id FROM practices a LEFT JOIN %s p ON a.head_id = p.id"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT p.id, a.name FROM patient p LEFT JOIN practice a ON practice_is_led_by",
        "SELECT p.id, a.\"practice name\" FROM %s p LEFT JOIN practices a ON a.head_id = p.id"
            .formatted(PATIENTS));
  }

  @Test
  void oneToOneAndOneToManyGoBothWays() throws SQLException {
    CLINIC.assertSameRows(
        "SELECT p.id, f.blood_group FROM patient p LEFT JOIN patient_file f",
        "SELECT p.id, f.blood_group FROM %s p LEFT JOIN archive.files f ON f.patient_id = p.id"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT f.blood_group, p.id FROM patient_file f LEFT JOIN patient p",
        "SELECT f.blood_group, p.id FROM archive.files f LEFT JOIN %s p ON f.patient_id = p.id"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT v.visit_no, p.id FROM visit v LEFT JOIN patient p",
        "SELECT v.visit_no, p.id FROM visits v LEFT JOIN %s p ON v.patient_id = p.id"
            .formatted(PATIENTS));
  }

  @Test
  void aJunctionModelIsCrossedBothWays() throws SQLException {
    CLINIC.assertSameRows(
        "SELECT p.id, r.title FROM patient p LEFT JOIN remedy r USING ('Patient was given Remedies')",
        """
        SELECT p.id, r.title FROM %s p LEFT JOIN (%s g JOIN remedies r ON r.code = g.remedy)
        ON g.patient_id = p.id"""
            .formatted(PATIENTS, GIVEN));
    CLINIC.assertSameRows(
        "SELECT r.title, p.id FROM remedy r LEFT JOIN patient p USING ('remedies_were_given_to')",
        """
        SELECT r.title, p.id FROM remedies r LEFT JOIN (%2$s g JOIN %1$s p ON g.patient_id = p.id)
        ON r.code = g.remedy"""
            .formatted(PATIENTS, GIVEN));
  }

  @Test
  void aSelfRelationshipHasBothNames() throws SQLException {
    CLINIC.assertSameRows(
        "SELECT a.id, b.id AS doctor FROM patient a LEFT JOIN patient b USING ('is_treated_by')",
        "SELECT a.id, b.id FROM %1$s a LEFT JOIN %1$s b ON a.doctor_id = b.id".formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT a.id, b.id AS treated FROM patient a LEFT JOIN patient b USING ('treats')",
        "SELECT a.id, b.id FROM %1$s a LEFT JOIN %1$s b ON b.doctor_id = a.id".formatted(PATIENTS));
  }

  /** The audiences that SignalSmith's own documentation describes, in this clinic's words. */
  @Test
  void audiencesCrossEntities() throws SQLException {
    CLINIC.assertSameRows(
        """
        SELECT p.id FROM patient p JOIN practice a USING ('Patient belongs to Practice')
        WHERE a.employees > 100
        """,
        "SELECT id FROM %s WHERE practice_id IN (SELECT id FROM practices WHERE head_count > 100)"
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        """
        SELECT DISTINCT a.name FROM practice a JOIN patient p USING ('Practice has Patients')
        JOIN visit v USING ('p.patient_has_visits')
        WHERE v.visited_on >= DATE '2024-06-01' - INTERVAL 30 DAY
        """,
        """
        SELECT "practice name" FROM practices a WHERE EXISTS (SELECT 1 FROM %s p, visits v
          WHERE p.practice_id = a.id AND v.patient_id = p.id AND v.visited_on >= DATE '2024-05-02')"""
            .formatted(PATIENTS));
    CLINIC.assertSameRows(
        "SELECT DISTINCT p.full_name FROM patient p JOIN remedy r WHERE r.title = 'Tea'",
        """
        SELECT DISTINCT first || ' ' || last FROM %s p, %s g
        WHERE g.patient_id = p.id AND g.remedy = 'T'"""
            .formatted(PATIENTS, GIVEN));
  }
}
