package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;

/**
 * Apache Calcite with its JDBC adapter.
 *
 * @param connection Calcite's
 * @param tables where it looks for them
 */
record StockCalcite(Connection connection, FileSource tables) implements Rival {
  static StockCalcite open(DuckDbFile file, String... schemas) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lex", "JAVA");
    properties.setProperty("caseSensitive", "false");
    Connection connection = DriverManager.getConnection("jdbc:calcite:", properties);
    CalciteConnection calcite = connection.unwrap(CalciteConnection.class);
    SchemaPlus root = calcite.getRootSchema();
    FileSource tables = new FileSource(file);
    for (String schema : schemas) {
      // Calcite does not recognise DuckDB by its metadata.
      root.add(
          schema,
          JdbcSchema.create(
              root, schema, tables, md -> DuckDBSqlDialect.DEFAULT, file.catalog(), schema));
    }
    calcite.setSchema(schemas[0]);
    return new StockCalcite(connection, tables);
  }

  @Override
  public void compile(String sql) throws SQLException {
    Queries.prepare(connection, sql);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    tables.close();
  }
}
