package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemas {@code bridges} and {@code meta}, as tools browse and read them. */
class SystemTablesTest {
  private static final String RELATIONSHIPS =
      """
      relationships:
        student-course:
          relationship: many_to_many
          joins:
            - name: enrolled
              default: true
              type: lookup
              lookup:
                - {destination: main.enrolments, type: sql, sql: '{source}.{id} = {destination}.{student}'}
                - {destination: course, type: sql, sql: '{source}.{faculty} = {destination}.{faculty} AND {source}.{no} = {destination}.{no}'}
        student-student:
          relationship: many_to_many
          joins:
            - name: friends
              default: true
              type: lookup
              lookup:
                - {destination: main.friendships, type: sql, sql: '{source}.{id} = {destination}.{one}'}
                - {destination: student, type: sql, sql: '{source}.{other} = {destination}.{id}'}
        student-club:
          relationship: many_to_many
          joins:
            - {name: enrolled, default: true, type: sql, sql: "{source}.{id} % 2 = {destination}.{id} % 2"}
        student-locker:
          relationship: many_to_many
          joins:
            - {name: near, default: true, type: sql, sql: "{source}.{id} < {destination}.{_hidden}"}
      """;

  @TempDir Path folder;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void connect() throws SQLException {
    ModelShop school = new ModelShop(folder);
    school.write("calque.yml", "name: school\nwarehouse:\n  url: jdbc:duckdb:school.duckdb\n");
    school.write("entities_relationships.yml", RELATIONSHIPS);
    school.entity(
        "student",
        "Who learns.",
        "id",
        List.of("id", "name"),
        "  - {name: loud, type: formula, data_type: string, sql: 'upper({name})'}\n",
        "  - {name: students, description: How many., sql: 'COUNT({id})'}\n");
    school.entity("course", "", "faculty, no", List.of("faculty", "no", "title"), "", "");
    school.entity("club", "", "id", List.of("id"), "", "");
    school.entity("locker", "", "_hidden", List.of("_hidden", "colour"), "", "");
    TestShop.sql(
        folder.resolve("school.duckdb"),
        "CREATE TABLE students AS SELECT * FROM (VALUES (1, 'Ann'), (2, 'Bob'), (3, 'Cy'))"
            + " t(id, name)",
        "CREATE TABLE courses AS SELECT * FROM (VALUES ('art', 1::SMALLINT, 'Ink'),"
            + " ('art', 2, 'Oil')) t(faculty, no, title)",
        "CREATE TABLE enrolments AS SELECT * FROM (VALUES (1, 'art', 1), (1, 'art', 1),"
            + " (2, 'art', 2)) t(student, faculty, no)",
        "CREATE TABLE friendships AS SELECT * FROM (VALUES (1, 2), (2, 3)) t(one, other)",
        "CREATE TABLE clubs AS SELECT 1::BIGINT AS id",
        "CREATE TABLE lockers AS SELECT 1 AS _hidden, 'red' AS colour");
    connection = school.connect();
    metaData = connection.getMetaData();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  /** The named columns of each row between bars; all columns if none is named. */
  private static List<String> rows(ResultSet rows, String... columns) throws SQLException {
    List<String> read = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        StringJoiner row = new StringJoiner("|");
        for (String column : columns) {
          row.add(rows.getString(column));
        }
        for (int i = 1; columns.length == 0 && i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        read.add(row.toString());
      }
    }
    return read;
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return rows(statement.executeQuery(sql));
    }
  }

  @Test
  void aBridgeIsCalledAsItsJoinAndMoreExactlyWhereTwoJoinsAreCalledSo() throws SQLException {
    assertEquals(
        List.of(
            "friends|TABLE|Pairs of student and student that the join friends brings together",
            "student-club__enrolled|TABLE|Pairs of student and club that the join enrolled brings"
                + " together",
            "student-course__enrolled|TABLE|Pairs of student and course that the join enrolled"
                + " brings together"),
        rows(metaData.getTables(null, "bridges", "%", null), "TABLE_NAME", "TABLE_TYPE", "REMARKS"),
        "locker has none, as its key is not seen");
  }

  @Test
  void aBridgesColumnsAreTheKeysOfBothEntities() throws SQLException {
    assertEquals(
        List.of(
            "friends|source_id|INTEGER|1|The id.",
            "friends|destination_id|INTEGER|2|The id.",
            "student-club__enrolled|student_id|INTEGER|1|The id.",
            "student-club__enrolled|club_id|BIGINT|2|The id.",
            "student-course__enrolled|student_id|INTEGER|1|The id.",
            "student-course__enrolled|course_faculty|VARCHAR|2|The faculty.",
            "student-course__enrolled|course_no|SMALLINT|3|The no."),
        rows(
            metaData.getColumns(null, "bridges", "%", "%"),
            "TABLE_NAME",
            "COLUMN_NAME",
            "TYPE_NAME",
            "ORDINAL_POSITION",
            "REMARKS"));
    assertEquals(
        List.of("1|art|1", "2|art|2"),
        query("SELECT * FROM bridges.\"student-course__enrolled\" ORDER BY 1"));
    assertEquals(List.of("1|2", "2|3"), query("SELECT * FROM bridges.friends ORDER BY 1"));
  }

  @Test
  void aBridgeHasKeysToBothEntitiesTheSameFromEitherEnd() throws SQLException {
    String[] shown = {
      "FKTABLE_SCHEM",
      "FKTABLE_NAME",
      "FKCOLUMN_NAME",
      "PKTABLE_SCHEM",
      "PKTABLE_NAME",
      "PKCOLUMN_NAME",
      "KEY_SEQ",
      "FK_NAME",
      "PK_NAME"
    };
    List<String> ofCourse =
        List.of(
            "bridges|student-course__enrolled|course_faculty|entities|course|faculty|1"
                + "|student-course__enrolled_course|PK_course",
            "bridges|student-course__enrolled|course_no|entities|course|no|2"
                + "|student-course__enrolled_course|PK_course");
    assertEquals(ofCourse, rows(metaData.getExportedKeys(null, null, "course"), shown));
    assertEquals(
        ofCourse,
        rows(
            metaData.getCrossReference(
                null, "entities", "course", null, "bridges", "student-course__enrolled"),
            shown));
    assertEquals(
        List.of(
            "bridges|friends|destination_id|entities|student|id|1|friends_destination|PK_student",
            "bridges|friends|source_id|entities|student|id|1|friends_source|PK_student"),
        rows(metaData.getImportedKeys(null, "bridges", "friends"), shown));
    assertEquals(
        List.of("destination_id|2|PK_friends", "source_id|1|PK_friends"),
        rows(
            metaData.getPrimaryKeys(null, "bridges", "friends"),
            "COLUMN_NAME",
            "KEY_SEQ",
            "PK_NAME"));
    Set<String> imported = new HashSet<>();
    Set<String> exported = new HashSet<>();
    for (String table : rows(metaData.getTables(null, null, "%", null), "TABLE_NAME")) {
      imported.addAll(rows(metaData.getImportedKeys(null, null, table)));
      exported.addAll(rows(metaData.getExportedKeys(null, null, table)));
    }
    assertFalse(imported.isEmpty());
    assertEquals(imported, exported);
  }

  /** Whatever a tool joins along these keys is SQL that runs. */
  @Test
  void everyForeignKeyCanBeJoinedAlong() throws SQLException {
    int joined = 0;
    for (String schema : List.of("bridges", "meta", "entities")) {
      for (String table : rows(metaData.getTables(null, schema, "%", null), "TABLE_NAME")) {
        StringBuilder sql = new StringBuilder();
        try (ResultSet keys = metaData.getImportedKeys(null, schema, table)) {
          while (keys.next()) {
            sql.append(
                keys.getInt("KEY_SEQ") > 1
                    ? " AND "
                    : " JOIN %s.\"%s\" AS \"%s\" ON "
                        .formatted(
                            keys.getString("PKTABLE_SCHEM"),
                            keys.getString("PKTABLE_NAME"),
                            keys.getString("FK_NAME")));
            sql.append(
                "\"%s\".\"%s\" = t.\"%s\""
                    .formatted(
                        keys.getString("FK_NAME"),
                        keys.getString("PKCOLUMN_NAME"),
                        keys.getString("FKCOLUMN_NAME")));
          }
        }
        if (!sql.isEmpty()) {
          String from = " FROM %s.\"%s\" AS t".formatted(schema, table);
          assertEquals(
              query("SELECT COUNT(*)" + from), query("SELECT COUNT(t.*)" + from + sql), table);
          joined++;
        }
      }
    }
    assertEquals(10, joined, "three bridges and all of meta but entities");
  }

  @Test
  void metaIsDescribedLikeAnyTable() throws SQLException {
    assertEquals(
        List.of(
            "entity|VARCHAR|The entity it belongs to",
            "name|VARCHAR|The feature",
            "position|INTEGER|Its place in the entity, from 1",
            "kind|VARCHAR|field, formula, metric or first_last",
            "data_type|VARCHAR|The declared type",
            "description|VARCHAR|What it means",
            "is_key|BOOLEAN|Whether it is part of the entity's key",
            "definition|VARCHAR|Where its values come from"),
        rows(
            metaData.getColumns(null, "meta", "features", "%"),
            "COLUMN_NAME",
            "TYPE_NAME",
            "REMARKS"));
    for (String table : rows(metaData.getTables(null, "meta", "%", null), "TABLE_NAME")) {
      assertFalse(rows(metaData.getPrimaryKeys(null, "meta", table)).isEmpty(), table);
      List<String> listed =
          rows(metaData.getColumns(null, "meta", table, "%"), "COLUMN_NAME", "TYPE_NAME");
      List<String> read = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM meta." + table)) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          read.add(
              rows.getMetaData().getColumnLabel(i) + "|" + rows.getMetaData().getColumnTypeName(i));
        }
      }
      assertEquals(listed, read, table);
    }
  }

  @Test
  void metaCanBeJoinedWithinAndWithData() throws SQLException {
    assertEquals(
        List.of("student|id|true|id", "student|loud|false|name", "student|name|false|name"),
        query(
            """
            SELECT e.name, f.name, f.is_key, l.column_name
            FROM meta.entities e
            JOIN meta.features f ON f.entity = e.name
            JOIN meta.lineage l ON l.entity = f.entity AND l.feature = f.name
            WHERE e.name = 'student' ORDER BY 2
            """));
    assertEquals(
        List.of(
            "friends|student|2",
            "student-club__enrolled|student|1",
            "student-course__enrolled|student|2"),
        query(
            """
            SELECT j.bridge, r.source, COUNT(s.step)
            FROM meta.relationships r
            JOIN meta.joins j ON j.relationship = r.name AND j.bridge IS NOT NULL
            LEFT JOIN meta.join_steps s ON s.relationship = j.relationship AND s.join_name = j.name
            GROUP BY ALL ORDER BY 1
            """));
    assertEquals(
        List.of("How many.|3"),
        query(
            """
            SELECT m.description, t.n FROM meta.metrics m
            CROSS JOIN (SELECT METRIC('students') AS n FROM student) t
            WHERE m.name = 'students'
            """));
  }

  @Test
  void theSchemaOfAConnectionIsWhereUnqualifiedTablesAreLookedForFirst() throws SQLException {
    connection.setSchema("BRIDGES");
    assertEquals("bridges", connection.getSchema());
    assertEquals(List.of("2"), query("SELECT COUNT(*) FROM friends"));
    assertEquals(List.of("3"), query("SELECT COUNT(*) FROM student"));
    connection.setSchema("meta");
    assertEquals(List.of("4"), query("SELECT COUNT(*) FROM entities e WHERE e.name IS NOT NULL"));
    connection.setSchema("entities");
    assertFalse(
        rows(metaData.getTables(null, connection.getSchema(), "%", null), "TABLE_NAME")
            .contains("friends"));
  }
}
