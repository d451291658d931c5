package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The getters that JDBC 4.3 (table B-6) asks for, for each type of value. Those it does not ask for
 * either convert sensibly or fail with a SQLSTATE.
 */
class GetterMatrixTest {
  private static final String NUMBERS =
      "getByte getShort getInt getLong getFloat getDouble getBigDecimal getBoolean getString"
          + " getObject";
  private static final String TEXTS =
      " getAsciiStream getCharacterStream getNCharacterStream getNString getClob getNClob";

  private static final List<String> ALL =
      List.of(
          (NUMBERS
                  + TEXTS
                  + " getBytes getBinaryStream getBlob getDate getTime getTimestamp getArray getURL")
              .split(" "));

  @TempDir static Path folder;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    connection = JdbcProject.in(folder).connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @FunctionalInterface
  private interface Check {
    void on(ResultSet row) throws Exception;
  }

  private static void read(String expression, Check check) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + expression + " AS x FROM thing")) {
      row.next();
      check.on(row);
    }
  }

  private static Object get(ResultSet row, String getter) throws Exception {
    Method method = ResultSet.class.getMethod(getter, int.class);
    try {
      return method.invoke(row, 1);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new AssertionError(getter, e.getCause());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1::TINYINT|N",
        "1::UTINYINT|N",
        "1::SMALLINT|N",
        "1::USMALLINT|N",
        "1::INTEGER|N",
        "1::UINTEGER|N",
        "1::BIGINT|N",
        "1::UBIGINT|N",
        "1::HUGEINT|N",
        "1::UHUGEINT|N",
        "1::FLOAT|N",
        "1::DOUBLE|N",
        "1::DECIMAL(4,1)|N",
        "1::DECIMAL(9,1)|N",
        "1::DECIMAL(18,1)|N",
        "1::DECIMAL(38,1)|N",
        "TRUE|N",
        "'1'|N T",
        "'2024-02-29'|T getDate getTimestamp",
        "'10:11:12'|T getTime",
        "'2024-02-29 10:11:12.5'|T getDate getTime getTimestamp",
        "'http://example.org/'|T getURL",
        "'\\x01\\x02'::BLOB|getBytes getBinaryStream getBlob getString getObject",
        "DATE '2024-02-29'|getDate getTimestamp getString getObject",
        "TIME '10:11:12'|getTime getTimestamp getString getObject",
        "TIMETZ '10:11:12+02'|getTime getTimestamp getString getObject",
        "TIMESTAMP '2024-02-29 10:11:12'|getDate getTime getTimestamp getString getObject",
        "TIMESTAMP_S '2024-02-29 10:11:12'|getDate getTime getTimestamp getString getObject",
        "TIMESTAMP_MS '2024-02-29 10:11:12'|getDate getTime getTimestamp getString getObject",
        "TIMESTAMP_NS '2024-02-29 10:11:12'|getDate getTime getTimestamp getString getObject",
        "TIMESTAMPTZ '2024-02-29 10:11:12+02'|getDate getTime getTimestamp getString getObject",
        "[1, 2]|getArray getString getObject",
        "[[1], [2, NULL]]|getArray getString getObject",
        "{'a': 1}|getString getObject",
        "MAP {'k': 1}|getString getObject",
        "'90323d68-528d-4ef0-9df9-5b9373b0238d'::UUID|getString getNString getClob getObject",
        "'red'::ENUM('red', 'green')|getString getCharacterStream getObject",
        "'{}'::JSON|getString getCharacterStream getObject",
        "'101'::BIT|getString getObject",
        "INTERVAL 3 DAY|getString getObject"
      })
  void convertsWhatJdbcAsksFor(String expression, String getters) throws Exception {
    List<String> wanted =
        List.of(
            getters
                .replace("N T", NUMBERS + TEXTS)
                .replaceAll("^N$", NUMBERS)
                .replaceAll("^T ", "getString getObject" + TEXTS + " ")
                .split(" "));
    read(
        expression,
        row -> {
          TreeSet<String> failed = new TreeSet<>();
          for (String getter : ALL) {
            try {
              assertNotNull(get(row, getter), getter);
              assertEquals(false, row.wasNull(), getter);
            } catch (SQLException e) {
              assertEquals(5, e.getSQLState().length(), getter);
              if (wanted.contains(getter)) {
                failed.add(getter + ": " + e.getMessage());
              }
            }
          }
          assertEquals(new TreeSet<String>(), failed);
        });
  }

  /** What {@code getString} gives is what every other way to a text gives. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, NULL]",
        "{'a': 1, 'b': [2]}",
        "MAP {'k': 1}",
        "'\\x01\\xFF'::BLOB",
        "1.50",
        "1e20",
        "TIMESTAMP '2024-02-29 10:11:12'",
        "TIME '10:11:12.5'",
        "DATE '2024-02-29'",
        "TRUE",
        "INTERVAL 3 DAY",
        "[{'a': DATE '2024-02-29'}]",
        "9007199254740993"
      })
  void isTheSameTextEveryWay(String expression) throws Exception {
    read(
        expression,
        row -> {
          String text = row.getString(1);
          assertEquals(text, row.getObject(1, String.class));
          assertEquals(text, row.getNString(1));
          assertEquals(text, row.getClob(1).getSubString(1, text.length()));
          assertEquals(text, row.getObject("x", String.class));
          assertTrue(!text.contains("DuckDB"), text);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "DECIMAL(10,2)",
        "DOUBLE",
        "BOOLEAN",
        "VARCHAR",
        "BLOB",
        "DATE",
        "TIME",
        "TIMESTAMP",
        "TIMESTAMPTZ",
        "UUID",
        "INTEGER[]",
        "STRUCT(a INTEGER)"
      })
  void nullIsNullByEveryGetter(String type) throws Exception {
    read(
        "NULL::" + type,
        row -> {
          for (String getter : ALL) {
            Object value = get(row, getter);
            if (value instanceof Number number) {
              assertEquals(0.0, number.doubleValue(), getter);
            } else if (value instanceof Boolean truth) {
              assertEquals(false, truth, getter);
            } else {
              assertNull(value, getter);
            }
            assertTrue(row.wasNull(), getter);
          }
        });
  }

  /** A number that is too large is an error, never another number. */
  @ParameterizedTest
  @CsvSource({
    "128, getByte",
    "32768, getShort",
    "2147483648, getInt",
    "9223372036854775808, getLong",
    "-2147483649, getInt",
    "1e19, getLong",
    "'3000000000', getInt",
    "'NaN'::DOUBLE, getInt",
    "'Infinity'::DOUBLE, getLong",
    "'-Infinity'::FLOAT, getBigDecimal",
    "'NaN'::DOUBLE, getBigDecimal"
  })
  void refusesWhatDoesNotFit(String expression, String getter) throws Exception {
    read(
        expression,
        row -> {
          try {
            Object value = get(row, getter);
            throw new AssertionError(getter + " gave " + value);
          } catch (SQLException e) {
            assertEquals("22003", e.getSQLState(), e.getMessage());
          }
        });
  }
}
