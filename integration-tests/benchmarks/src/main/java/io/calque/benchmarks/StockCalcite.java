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
 * Apache Calcite with its JDBC adapter over the views in a DuckDB file.
 *
 * @param connection Calcite's
 * @param tables where it looks for them
 */
record StockCalcite(Connection connection, FileSource tables) implements AutoCloseable {
  static StockCalcite open(DuckDbFile file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lex", "JAVA");
    Connection connection = DriverManager.getConnection("jdbc:calcite:", properties);
    CalciteConnection calcite = connection.unwrap(CalciteConnection.class);
    SchemaPlus root = calcite.getRootSchema();
    FileSource tables = new FileSource(file);
    // Calcite does not recognise DuckDB by its metadata.
    root.add(
        "views",
        JdbcSchema.create(root, "views", tables, md -> DuckDBSqlDialect.DEFAULT, "tpch", "views"));
    calcite.setSchema("views");
    return new StockCalcite(connection, tables);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    tables.close();
  }
}
