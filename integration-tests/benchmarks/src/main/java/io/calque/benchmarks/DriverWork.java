package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the driver does by itself, without the warehouse, for JMH. */
@State(Scope.Benchmark)
public class DriverWork {
  /** Where the data is. */
  @Param("")
  public String data;

  /** Of TPC-H. */
  @Param("1")
  public double scale;

  private Connection calque;
  private StockCalcite calcite;
  private String url;
  private int count;

  @Setup
  public void open() throws SQLException, IOException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    TpchProject tpch =
        TpchProject.of(new Settings(Pace.SMOKE, scale, Path.of(data), Optional.empty()));
    url = "jdbc:calque:" + tpch.semantic();
    calque = DriverManager.getConnection(url);
    calcite = StockCalcite.open(tpch.file());
  }

  @TearDown
  public void close() throws SQLException {
    calque.close();
    calcite.close();
  }

  /** A text that was never seen, with the same literals' places and other names. */
  @Benchmark
  public void compileNewShape() throws SQLException {
    Queries.prepare(calque, DashboardCompile.calque("c" + ++count, count));
  }

  /** A text that differs from others in a literal. */
  @Benchmark
  public void compileNewLiteral() throws SQLException {
    Queries.prepare(calque, DashboardCompile.calque("c", ++count));
  }

  @Benchmark
  public void compileByCalcite() throws SQLException {
    Queries.prepare(calcite.connection(), DashboardCompile.calcite("c" + ++count, count));
  }

  /** While another connection keeps the model. */
  @Benchmark
  public void connect() throws SQLException {
    DriverManager.getConnection(url).close();
  }
}
