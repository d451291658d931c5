package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code DatabaseMetaData} says of the SQL, held against the SQL. */
class FeatureFlagsTest {
  @TempDir static Path folder;
  private static Connection connection;
  private static DatabaseMetaData metaData;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    connection = JdbcProject.in(folder).connect();
    metaData = connection.getMetaData();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private static boolean runs(String sql) {
    try {
      run(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Flag {
    boolean of(DatabaseMetaData metaData) throws SQLException;
  }

  private static Arguments flag(String name, Flag flag, String sql) {
    return arguments(name, flag, sql);
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        flag("aliases", DatabaseMetaData::supportsColumnAliasing, "SELECT id AS a FROM thing"),
        flag(
            "correlation names",
            DatabaseMetaData::supportsTableCorrelationNames,
            "SELECT t.id FROM thing AS t"),
        flag(
            "names of tables as aliases of others",
            m -> !m.supportsDifferentTableCorrelationNames(),
            "SELECT things.id FROM thing AS things"),
        flag(
            "schemas",
            DatabaseMetaData::supportsSchemasInDataManipulation,
            "SELECT \"entities\".\"thing\".\"id\" FROM \"entities\".\"thing\""),
        flag(
            "catalogs",
            DatabaseMetaData::supportsCatalogsInDataManipulation,
            "SELECT \"things\".\"entities\".\"thing\".\"id\" FROM \"things\".\"entities\".\"thing\""
                + " WHERE \"things\".\"entities\".\"thing\".\"id\" > 0"
                + " ORDER BY \"things\".\"entities\".\"thing\".\"id\""),
        flag(
            "expressions in ORDER BY",
            DatabaseMetaData::supportsExpressionsInOrderBy,
            "SELECT id FROM thing ORDER BY id % 2, -id"),
        flag(
            "ORDER BY what is not shown",
            DatabaseMetaData::supportsOrderByUnrelated,
            "SELECT id FROM thing ORDER BY name"),
        flag(
            "GROUP BY",
            DatabaseMetaData::supportsGroupBy,
            "SELECT name, COUNT(*) FROM thing GROUP BY name"),
        flag(
            "GROUP BY what is not shown",
            DatabaseMetaData::supportsGroupByUnrelated,
            "SELECT COUNT(*) FROM thing GROUP BY name"),
        flag(
            "GROUP BY more than is shown",
            DatabaseMetaData::supportsGroupByBeyondSelect,
            "SELECT name, COUNT(*) FROM thing GROUP BY name, id"),
        flag(
            "LIKE with ESCAPE",
            DatabaseMetaData::supportsLikeEscapeClause,
            "SELECT id FROM thing WHERE name LIKE 'a!_%' ESCAPE '!'"),
        flag(
            "outer joins",
            DatabaseMetaData::supportsOuterJoins,
            "SELECT a.id FROM thing a LEFT JOIN thing b ON a.id = b.small RIGHT JOIN thing c ON"
                + " b.id = c.id"),
        flag(
            "outer joins as escapes",
            DatabaseMetaData::supportsLimitedOuterJoins,
            "SELECT a.id FROM {oj thing a LEFT OUTER JOIN thing b ON a.id = b.small}"),
        flag(
            "full outer joins",
            DatabaseMetaData::supportsFullOuterJoins,
            "SELECT a.id FROM thing a FULL JOIN thing b ON a.id = b.small"),
        flag(
            "subqueries in comparisons",
            DatabaseMetaData::supportsSubqueriesInComparisons,
            "SELECT id FROM thing WHERE id = (SELECT MIN(id) FROM thing)"),
        flag(
            "subqueries in EXISTS",
            DatabaseMetaData::supportsSubqueriesInExists,
            "SELECT id FROM thing WHERE EXISTS (SELECT 1 FROM thing)"),
        flag(
            "subqueries in IN",
            DatabaseMetaData::supportsSubqueriesInIns,
            "SELECT id FROM thing WHERE id IN (SELECT small FROM thing)"),
        flag(
            "quantified subqueries",
            DatabaseMetaData::supportsSubqueriesInQuantifieds,
            "SELECT id FROM thing WHERE id >= ALL (SELECT id FROM thing)"
                + " OR id = ANY (SELECT small FROM thing)"),
        flag(
            "correlated subqueries",
            DatabaseMetaData::supportsCorrelatedSubqueries,
            "SELECT id FROM thing t WHERE EXISTS (SELECT 1 FROM thing u WHERE u.small = t.id)"),
        flag(
            "UNION",
            DatabaseMetaData::supportsUnion,
            "SELECT id FROM thing UNION SELECT small FROM thing"),
        flag(
            "UNION ALL",
            DatabaseMetaData::supportsUnionAll,
            "SELECT id FROM thing UNION ALL SELECT small FROM thing"),
        flag(
            "conversion as an escape",
            DatabaseMetaData::supportsConvert,
            "SELECT {fn CONVERT(id, SQL_VARCHAR)} FROM thing"),
        flag(
            "locking",
            DatabaseMetaData::supportsSelectForUpdate,
            "SELECT id FROM thing FOR UPDATE"),
        flag(
            "mixed case is another name",
            DatabaseMetaData::supportsMixedCaseIdentifiers,
            "SELECT 1 FROM (SELECT 1 AS a) t, thing WHERE ID = iD AND 1 = 'x'"));
  }

  /** A flag says yes exactly where such SQL runs. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("flags")
  void isTrueOfTheSql(String name, Flag flag, String sql) throws SQLException {
    if (flag.of(metaData)) {
      run(sql);
    } else {
      assertEquals(false, runs(sql), sql);
    }
  }

  @Test
  void nullsComeWhereItSays() throws SQLException {
    assertTrue(metaData.nullsAreSortedAtEnd());
    for (String order : List.of("ASC", "DESC")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT name FROM thing ORDER BY name " + order)) {
        rows.next();
        assertEquals("one", rows.getString(1));
      }
    }
  }

  @Test
  void nullAndTextIsNull() throws SQLException {
    assertTrue(metaData.nullPlusNonNullIsNull());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 'a' || name FROM thing WHERE id = 2")) {
      rows.next();
      assertEquals(null, rows.getString(1));
    }
  }

  /** Arguments for a call of each function that JDBC's escapes may ask for. */
  private static final Map<String, String> ARGUMENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ATAN2", "1, 2"),
              Map.entry("MOD", "7, 2"),
              Map.entry("POWER", "2, 3"),
              Map.entry("ROUND", "1.5, 0"),
              Map.entry("TRUNCATE", "1.5, 0"),
              Map.entry("PI", ""),
              Map.entry("RAND", ""),
              Map.entry("USER", ""),
              Map.entry("ASCII", "name"),
              Map.entry("CHAR_LENGTH", "name"),
              Map.entry("CHARACTER_LENGTH", "name"),
              Map.entry("CONCAT", "name, 'x'"),
              Map.entry("LCASE", "name"),
              Map.entry("LEFT", "name, 2"),
              Map.entry("LENGTH", "name"),
              Map.entry("LTRIM", "name"),
              Map.entry("POSITION", "'n' IN name"),
              Map.entry("REPEAT", "name, 2"),
              Map.entry("REPLACE", "name, 'o', '0'"),
              Map.entry("RIGHT", "name, 2"),
              Map.entry("RTRIM", "name"),
              Map.entry("SUBSTRING", "name, 1, 2"),
              Map.entry("UCASE", "name"),
              Map.entry("OCTET_LENGTH", "bytes"),
              Map.entry("IFNULL", "name, 'x'"),
              Map.entry("EXTRACT", "YEAR FROM day"),
              Map.entry("NOW", ""),
              Map.entry("TIMESTAMPADD", "SQL_TSI_DAY, 1, moment"),
              Map.entry("TIMESTAMPDIFF", "SQL_TSI_DAY, moment, moment")));

  private static final List<String> WITHOUT_PARENTHESES =
      List.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private static final List<String> OF_TIMES =
      List.of(
          "DAYNAME",
          "DAYOFMONTH",
          "DAYOFWEEK",
          "DAYOFYEAR",
          "HOUR",
          "MINUTE",
          "MONTH",
          "MONTHNAME",
          "QUARTER",
          "SECOND",
          "WEEK",
          "YEAR");

  /** Everything that is listed can be called as an escape. */
  @ParameterizedTest
  @ValueSource(strings = {"numeric", "string", "time", "system"})
  void listedFunctionsCanBeCalled(String kind) throws SQLException {
    String listed =
        switch (kind) {
          case "numeric" -> metaData.getNumericFunctions();
          case "string" -> metaData.getStringFunctions();
          case "time" -> metaData.getTimeDateFunctions();
          default -> metaData.getSystemFunctions();
        };
    for (String name : Arrays.asList(listed.split(","))) {
      String other = OF_TIMES.contains(name) ? "moment" : kind.equals("string") ? "name" : "0.5";
      String call =
          WITHOUT_PARENTHESES.contains(name)
              ? name
              : name + "(" + ARGUMENTS.getOrDefault(name, other) + ")";
      run("SELECT {fn " + call + "} FROM thing");
    }
  }

  /** Every word that is listed is one that has to be quoted, or at least may be. */
  @Test
  void keywordsCanBeColumnsInQuotes() throws SQLException {
    for (String word : metaData.getSQLKeywords().split(",")) {
      run("SELECT id AS \"" + word + "\" FROM thing");
    }
  }
}
