package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a driver does by itself, without the warehouse, for JMH. */
public class DriverWork {
  private DriverWork() {}

  /** Calque, with a connection that keeps the model. */
  @State(Scope.Benchmark)
  public static class Calque {
    /** Where the data is. */
    @Param("")
    public String data;

    /** Of TPC-H. */
    @Param("1")
    public double scale;

    private Connection connection;
    private String url;
    private int count;

    @Setup
    public void open() throws SQLException, IOException {
      url = "jdbc:calque:" + project(data, scale).semantic();
      connection = DriverManager.getConnection(url);
    }

    @TearDown
    public void close() throws SQLException {
      connection.close();
    }

    /** A text that was never seen, with the same literals' places and other names. */
    @Benchmark
    public void compileNewShape() throws SQLException {
      Queries.prepare(connection, DashboardCompile.calque("c" + ++count, count));
    }

    /** A text that differs from others in a literal. */
    @Benchmark
    public void compileNewLiteral() throws SQLException {
      Queries.prepare(connection, DashboardCompile.calque("c", ++count));
    }

    @Benchmark
    public void connect() throws SQLException {
      DriverManager.getConnection(url).close();
    }
  }

  /** Stock Calcite and Teiid. */
  @State(Scope.Benchmark)
  public static class Rivals {
    /** Where the data is. */
    @Param("")
    public String data;

    /** Of TPC-H. */
    @Param("1")
    public double scale;

    /** Which one. */
    @Param public RivalKind rival;

    private Rival compiler;
    private int count;

    @Setup
    public void open() throws SQLException, IOException {
      compiler = rival.open(project(data, scale).file(), "views");
    }

    @TearDown
    public void close() throws SQLException {
      compiler.close();
    }

    @Benchmark
    public void compile() throws SQLException {
      compiler.compile(DashboardCompile.overViews("c" + ++count, count));
    }
  }

  private static TpchProject project(String data, double scale) throws SQLException, IOException {
    Logs.silence();
    return TpchProject.of(Path.of(data), scale);
  }
}
