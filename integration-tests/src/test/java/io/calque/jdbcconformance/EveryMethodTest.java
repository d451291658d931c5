package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.jdbc.CalqueDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is called, in whatever state, with whatever arguments: nothing but {@code SQLException}
 * comes out, each has a SQLSTATE, and what is not supported is told by the exception for that.
 */
class EveryMethodTest {
  private static final String SQL = "SELECT id, name FROM thing WHERE id >= ? ORDER BY id";

  @TempDir static Path folder;
  private static JdbcProject project;

  /** Keeps the project open, so that the many connections below cost nothing. */
  private static Connection keeper;

  @BeforeAll
  static void open() throws SQLException, IOException {
    project = JdbcProject.in(folder);
    keeper = project.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    keeper.close();
  }

  /** Makes an object of a connection. */
  @FunctionalInterface
  private interface Maker {
    Object make(Connection connection) throws SQLException;
  }

  private static Object statement(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.executeQuery("SELECT id FROM thing");
    return statement;
  }

  private static PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(SQL);
    statement.setInt(1, 1);
    return statement;
  }

  private static ResultSet resultSet(Connection connection) throws SQLException {
    ResultSet rows = prepared(connection).executeQuery();
    rows.next();
    return rows;
  }

  /** What came of a call: a list of method names for each outcome that is worth telling. */
  private record Outcomes(Set<String> refused, Set<String> returned, List<String> wrong) {
    Outcomes() {
      this(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    }
  }

  /** Closes by hand, as closed objects are what is wanted. */
  @SuppressWarnings("try")
  private static Outcomes walk(Class<?> type, Maker maker, boolean closed) throws Exception {
    Outcomes outcomes = new Outcomes();
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) || method.getDeclaringClass() == Object.class) {
        continue;
      }
      for (boolean sensible : new boolean[] {true, false}) {
        try (Connection connection = project.connect()) {
          Object object = maker.make(connection);
          if (closed && object instanceof AutoCloseable closeable) {
            closeable.close();
          } else if (closed) {
            connection.close();
          }
          call(object, method, sensible, outcomes);
        }
      }
    }
    return outcomes;
  }

  private static void call(Object object, Method method, boolean sensible, Outcomes outcomes)
      throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(type -> sensible ? sensible(method, type) : senseless(type))
            .toArray();
    try {
      method.invoke(object, arguments);
      if (sensible) {
        outcomes.returned().add(method.getName());
      }
    } catch (InvocationTargetException e) {
      String where =
          method.getDeclaringClass().getSimpleName()
              + "."
              + method.getName()
              + Arrays.toString(arguments)
              + ": ";
      if (!(e.getCause() instanceof SQLException error)) {
        outcomes.wrong().add(where + e.getCause());
        return;
      }
      boolean unsupported = error instanceof SQLFeatureNotSupportedException;
      if (error.getSQLState() == null || error.getSQLState().length() != 5) {
        outcomes.wrong().add(where + "no SQLSTATE: " + error);
      } else if (unsupported != error.getSQLState().equals("0A000")) {
        outcomes.wrong().add(where + error.getSQLState() + " of a " + error.getClass().getName());
      }
      if (unsupported && sensible) {
        outcomes.refused().add(method.getName());
      }
    }
  }

  private static Object sensible(Method method, Class<?> type) {
    Map<Class<?>, Object> values =
        Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(byte.class, (byte) 1),
            Map.entry(short.class, (short) 1),
            Map.entry(int.class, method.getName().equals("setFetchDirection") ? 1000 : 1),
            Map.entry(long.class, 1L),
            Map.entry(float.class, 1f),
            Map.entry(double.class, 1d),
            Map.entry(Object.class, 1),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Date.class, new Date(0)),
            Map.entry(Time.class, new Time(0)),
            Map.entry(Timestamp.class, new Timestamp(0)),
            Map.entry(Calendar.class, Calendar.getInstance()),
            Map.entry(Class.class, String.class),
            Map.entry(Map.class, Map.of()),
            Map.entry(Properties.class, new Properties()),
            Map.entry(SQLType.class, JDBCType.INTEGER),
            Map.entry(InputStream.class, InputStream.nullInputStream()),
            Map.entry(Reader.class, new StringReader("1")),
            Map.entry(byte[].class, new byte[] {1}),
            Map.entry(int[].class, new int[] {1}),
            Map.entry(String[].class, new String[] {"id"}),
            Map.entry(Object[].class, new Object[] {1}),
            Map.entry(Executor.class, (Executor) Runnable::run),
            Map.entry(String.class, text(method)));
    return values.get(type);
  }

  private static String text(Method method) {
    return switch (method.getName()) {
      case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
          method.getName().endsWith("Update") ? "SET x = 1" : "SELECT id FROM thing";
      case "prepareStatement", "prepareCall", "nativeSQL" -> "SELECT id FROM thing";
      case "setCatalog" -> "things";
      case "setSchema" -> "entities";
      case "connect", "acceptsURL", "getPropertyInfo" -> project.url();
      default -> "id";
    };
  }

  private static Object senseless(Class<?> type) {
    if (!type.isPrimitive()) {
      return null;
    }
    Map<Class<?>, Object> values =
        Map.of(
            boolean.class,
            false,
            byte.class,
            (byte) -1,
            short.class,
            (short) -1,
            int.class,
            -1,
            long.class,
            -1L,
            float.class,
            -1f,
            double.class,
            Double.NaN);
    return values.get(type);
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    words.remove("");
    return words;
  }

  private static void assertRefuses(Class<?> type, Maker maker) throws Exception {
    assertRefuses(type, maker, "");
  }

  /** What is refused as not supported is this, and nothing else. */
  private static void assertRefuses(Class<?> type, Maker maker, String refused) throws Exception {
    Outcomes outcomes = walk(type, maker, false);
    assertEquals(List.of(), outcomes.wrong());
    assertEquals(words(refused), outcomes.refused(), "refused");
  }

  /** Those that answer although the object is closed. */
  private static void assertAnswersWhenClosed(Class<?> type, Maker maker, String answering)
      throws Exception {
    Outcomes outcomes = walk(type, maker, true);
    assertEquals(List.of(), outcomes.wrong());
    assertEquals(words(answering), outcomes.returned(), "answers when closed");
  }

  @Test
  void connections() throws Exception {
    Maker maker = connection -> connection;
    assertRefuses(
        Connection.class,
        maker,
        "createBlob createClob createNClob createSQLXML createStruct prepareCall releaseSavepoint rollback setSavepoint setShardingKey setShardingKeyIfValid");
    assertAnswersWhenClosed(
        Connection.class,
        maker,
        "abort beginRequest close endRequest isClosed isValid isWrapperFor");
  }

  @Test
  void statements() throws Exception {
    assertRefuses(Statement.class, EveryMethodTest::statement, "getGeneratedKeys");
    assertAnswersWhenClosed(
        Statement.class, EveryMethodTest::statement, "close isClosed isWrapperFor");
  }

  @Test
  void preparedStatements() throws Exception {
    assertRefuses(
        PreparedStatement.class,
        EveryMethodTest::prepared,
        "addBatch execute executeLargeUpdate executeQuery executeUpdate getGeneratedKeys");
    assertAnswersWhenClosed(
        PreparedStatement.class, EveryMethodTest::prepared, "close isClosed isWrapperFor");
  }

  @Test
  void resultSets() throws Exception {
    assertRefuses(
        ResultSet.class,
        EveryMethodTest::resultSet,
        """
        absolute afterLast beforeFirst cancelRowUpdates deleteRow first getCursorName getRef
        getRowId getSQLXML insertRow isLast last moveToCurrentRow moveToInsertRow previous
        refreshRow relative updateArray updateAsciiStream updateBigDecimal updateBinaryStream
        updateBlob updateBoolean updateByte updateBytes updateCharacterStream updateClob
        updateDate updateDouble updateFloat updateInt updateLong updateNCharacterStream
        updateNClob updateNString updateNull updateObject updateRef updateRow updateRowId
        updateSQLXML updateShort updateString updateTime updateTimestamp
        """);
    assertAnswersWhenClosed(
        ResultSet.class, EveryMethodTest::resultSet, "close isClosed isWrapperFor");
  }

  @Test
  void metadata() throws Exception {
    assertRefuses(DatabaseMetaData.class, Connection::getMetaData);
    assertEquals(List.of(), walk(DatabaseMetaData.class, Connection::getMetaData, true).wrong());
    assertRefuses(ResultSetMetaData.class, connection -> resultSet(connection).getMetaData());
    assertRefuses(ResultSetMetaData.class, connection -> prepared(connection).getMetaData());
    assertRefuses(
        ParameterMetaData.class, connection -> prepared(connection).getParameterMetaData());
    assertRefuses(
        Array.class, connection -> connection.createArrayOf("INTEGER", new Object[] {1, 2}));
  }

  @Test
  void driversAndDataSources() throws Exception {
    assertRefuses(Driver.class, connection -> DriverManager.getDriver(project.url()));
    assertRefuses(
        DataSource.class,
        connection -> {
          CalqueDataSource source = new CalqueDataSource();
          source.setUrl(project.url());
          return source;
        },
        "createConnectionBuilder createShardingKeyBuilder");
  }

  /** Keeps the import of a class that only signatures name. */
  @Test
  void urlsCanBeParameters() throws Exception {
    try (Connection connection = project.connect();
        PreparedStatement statement = connection.prepareStatement("SELECT ? AS x")) {
      statement.setURL(1, new URL("http://example.org/"));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals("http://example.org/", rows.getString(1));
        assertEquals(new URL("http://example.org/"), rows.getURL(1));
      }
    }
  }
}
