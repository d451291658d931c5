package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections as containers and pools get them. */
class DataSourceTest {
  @TempDir Path folder;

  private static void assertAnswers(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT METRIC('customers') FROM customer")) {
      assertTrue(rows.next());
      assertEquals(3, rows.getInt(1));
    }
  }

  /** Containers set bean properties by these names. */
  @Test
  void eachConnectionPropertyIsABeanProperty() throws IntrospectionException {
    Set<String> settable =
        Arrays.stream(Introspector.getBeanInfo(CalqueDataSource.class).getPropertyDescriptors())
            .filter(property -> property.getWriteMethod() != null)
            .map(PropertyDescriptor::getName)
            .collect(Collectors.toSet());
    for (ConnectionProperty property : ConnectionProperty.values()) {
      assertTrue(settable.contains(property.key()), property.key());
    }
    assertTrue(settable.containsAll(Set.of("url", "description", "loginTimeout")));
  }

  @Test
  void connectsByUrlOrByModel() throws SQLException {
    ModelShop shop = ModelShop.in(folder);
    CalqueDataSource byUrl = new CalqueDataSource();
    byUrl.setUrl(shop.url());
    assertAnswers(byUrl.getConnection());
    CalqueDataSource byModel = new CalqueDataSource();
    byModel.setModel(folder.toString());
    assertAnswers(byModel.getConnection());
    assertEquals(
        "08001",
        assertThrows(SQLException.class, new CalqueDataSource()::getConnection).getSQLState());
  }

  @Test
  void leavesMetricsOutOfMetadataForToolsThatExpectThemInStars() throws SQLException {
    CalqueDataSource source = new CalqueDataSource();
    source.setUrl(ModelShop.in(folder).url());
    source.setMetricColumns(false);
    List<String> listed = new ArrayList<>();
    try (Connection connection = source.getConnection();
        ResultSet columns = connection.getMetaData().getColumns(null, null, "customer", null)) {
      while (columns.next()) {
        listed.add(columns.getString("COLUMN_NAME"));
      }
    }
    assertEquals(List.of("id", "name", "referred_by", "balance", "broken"), listed);
  }

  @Test
  void worksUnderAPool() throws SQLException {
    ModelShop shop = ModelShop.in(folder);
    HikariConfig byDriver = new HikariConfig();
    byDriver.setJdbcUrl(shop.url());
    byDriver.setDriverClassName(Driver.class.getName());
    byDriver.setAutoCommit(false);
    byDriver.setCatalog("shop");
    byDriver.setSchema("entities");
    byDriver.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    byDriver.setConnectionTestQuery(null);
    HikariConfig byBean = new HikariConfig();
    byBean.setDataSourceClassName(CalqueDataSource.class.getName());
    byBean.addDataSourceProperty("model", folder.toString());
    byBean.setMaximumPoolSize(2);
    byBean.setReadOnly(true);
    for (HikariConfig config : new HikariConfig[] {byDriver, byBean}) {
      try (HikariDataSource pool = new HikariDataSource(config)) {
        for (int i = 0; i < 5; i++) {
          assertAnswers(pool.getConnection());
        }
        try (Connection connection = pool.getConnection()) {
          assertTrue(connection.isValid(1));
          connection.rollback();
          assertEquals("shop", connection.unwrap(CalqueConnection.class).getCatalog());
        }
      }
    }
  }
}
