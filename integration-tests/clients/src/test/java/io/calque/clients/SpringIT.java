package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.rowset.SqlRowSet;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's templates over every way to get at Calque: URL, data source, HikariCP over either. */
class SpringIT {
  private static HikariConfig byUrl() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("by-url");
    config.setJdbcUrl(Demo.url());
    config.setMaximumPoolSize(2);
    return config;
  }

  private static HikariConfig byClass() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("by-class");
    config.setDataSourceClassName("io.calque.jdbc.CalqueDataSource");
    config.addDataSourceProperty("model", Demo.folder().toString());
    config.setReadOnly(true);
    config.setAutoCommit(false);
    config.setSchema("entities");
    config.setMaximumPoolSize(2);
    return config;
  }

  private static HikariConfig byInstance() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("by-instance");
    config.setDataSource(dataSource());
    config.setConnectionTestQuery("SELECT 1");
    config.setConnectionInitSql("SELECT 1");
    config.setMaximumPoolSize(2);
    return config;
  }

  /** As a container makes one: by name, with the properties of a bean. */
  private static DataSource dataSource() {
    try {
      Class<?> type = Class.forName("io.calque.jdbc.CalqueDataSource");
      Object bean = type.getConstructor().newInstance();
      type.getMethod("setUrl", String.class).invoke(bean, Demo.url());
      return (DataSource) bean;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** JUnit closes those that can be closed. */
  static Stream<DataSource> dataSources() throws SQLException {
    return Stream.of(
        new HikariDataSource(byUrl()),
        new HikariDataSource(byClass()),
        new HikariDataSource(byInstance()),
        dataSource(),
        new DriverManagerDataSource(Demo.url()),
        new SimpleDriverDataSource(DriverManager.getDriver(Demo.url()), Demo.url()));
  }

  /** A row as a bean with setters. */
  public static class Customer {
    private int customerId;
    private String givenName;
    private LocalDateTime signedUpAt;
    private Boolean newsletter;

    public int getCustomerId() {
      return customerId;
    }

    public void setCustomerId(int customerId) {
      this.customerId = customerId;
    }

    public String getGivenName() {
      return givenName;
    }

    public void setGivenName(String givenName) {
      this.givenName = givenName;
    }

    public LocalDateTime getSignedUpAt() {
      return signedUpAt;
    }

    public void setSignedUpAt(LocalDateTime signedUpAt) {
      this.signedUpAt = signedUpAt;
    }

    public Boolean getNewsletter() {
      return newsletter;
    }

    public void setNewsletter(Boolean newsletter) {
      this.newsletter = newsletter;
    }
  }

  /** A row as a record. */
  record Sale(String department, BigDecimal revenue, long packs) {}

  @ParameterizedTest
  @MethodSource("dataSources")
  void readsOneValue(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    assertAll(
        () ->
            assertTrue(
                jdbc.queryForObject("SELECT METRIC('customers') FROM customer", Long.class) > 0),
        () ->
            assertEquals(
                LocalDate.of(2024, 1, 31),
                jdbc.queryForObject("SELECT CAST(? AS DATE)", LocalDate.class, "2024-01-31")),
        () ->
            assertThrows(
                EmptyResultDataAccessException.class,
                () ->
                    jdbc.queryForObject(
                        "SELECT name FROM customer WHERE customer_id = ?", String.class, -1)));
  }

  @ParameterizedTest
  @MethodSource("dataSources")
  void mapsRowsToBeansAndRecords(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    List<Customer> customers =
        jdbc.query(
            "SELECT * FROM customer ORDER BY customer_id LIMIT 3",
            new BeanPropertyRowMapper<>(Customer.class));
    assertEquals(List.of(1, 2, 3), customers.stream().map(Customer::getCustomerId).toList());
    assertFalse(customers.get(0).getGivenName().isEmpty());
    assertTrue(customers.get(0).getSignedUpAt().isAfter(LocalDateTime.of(2000, 1, 1, 0, 0)));
    RowMapper<Sale> sales = new DataClassRowMapper<>(Sale.class);
    List<Sale> byDepartment =
        jdbc.query(
            "SELECT p.department, METRIC('i.revenue') AS revenue, METRIC('i.packs') AS packs"
                + " FROM product p JOIN order_item i WHERE p.department IS NOT NULL"
                + " GROUP BY p.department ORDER BY revenue DESC",
            sales);
    assertTrue(byDepartment.size() > 1);
    assertTrue(byDepartment.get(0).revenue().compareTo(byDepartment.get(1).revenue()) >= 0);
    assertEquals(2, byDepartment.get(0).revenue().scale());
  }

  @ParameterizedTest
  @MethodSource("dataSources")
  void namesParametersAndSpreadsLists(DataSource source) {
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(source);
    List<Map<String, Object>> rows =
        jdbc.queryForList(
            "SELECT c.country, COUNT(*) AS orders FROM customer c JOIN order o"
                + " WHERE c.country IN (:countries) AND o.ordered_at >= :since"
                + " GROUP BY c.country ORDER BY c.country",
            new MapSqlParameterSource()
                .addValue("countries", List.of("Ireland", "Poland"))
                .addValue("since", LocalDateTime.of(2024, 1, 1, 0, 0)));
    assertEquals(
        List.of("Ireland", "Poland"), rows.stream().map(row -> row.get("COUNTRY")).toList());
    assertTrue(((Number) rows.get(0).get("orders")).longValue() > 0);
    assertEquals(
        "Ireland",
        JdbcClient.create(source)
            .sql("SELECT name FROM country WHERE country_code = :code")
            .param("code", "IE")
            .query(String.class)
            .single());
  }

  @ParameterizedTest
  @MethodSource("dataSources")
  void streamsWithAFetchSizeAndStopsAtMaxRows(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    jdbc.setFetchSize(100);
    jdbc.setQueryTimeout(30);
    try (Stream<Integer> ids =
        jdbc.queryForStream("SELECT order_id FROM order", (row, number) -> row.getInt(1))) {
      assertEquals(10, ids.limit(10).count());
    }
    jdbc.setMaxRows(7);
    assertEquals(7, jdbc.queryForList("SELECT order_id FROM order").size());
    SqlRowSet rows = jdbc.queryForRowSet("SELECT order_id, status FROM order");
    assertTrue(rows.last());
    assertEquals(7, rows.getRow());
    assertEquals("status", rows.getMetaData().getColumnLabel(2));
  }

  @ParameterizedTest
  @MethodSource("dataSources")
  void readsInAReadOnlyTransaction(DataSource source) {
    for (DataSourceTransactionManager manager :
        List.of(new DataSourceTransactionManager(source), new JdbcTransactionManager(source))) {
      TransactionTemplate transaction = new TransactionTemplate(manager);
      manager.setEnforceReadOnly(true); // sends SET TRANSACTION READ ONLY
      transaction.setReadOnly(true);
      transaction.setTimeout(30);
      JdbcTemplate jdbc = new JdbcTemplate(source);
      long count =
          transaction.execute(
              status -> jdbc.queryForObject("SELECT COUNT(*) FROM country", Long.class));
      assertTrue(count > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("dataSources")
  void translatesErrors(DataSource source) throws SQLException {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    BadSqlGrammarException unknown =
        assertThrows(
            BadSqlGrammarException.class, () -> jdbc.queryForList("SELECT nmae FROM customer"));
    assertEquals("42703", unknown.getSQLException().getSQLState());
    assertThrows(RuntimeException.class, () -> jdbc.update("DELETE FROM customer"));
    try (Connection connection = source.getConnection()) {
      assertTrue(connection.isValid(5));
    }
  }
}
