package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool loads the jar, uses it and drops it; a program ends without closing anything. */
class JarUnloadsIT {
  private static final Path TARGET = Path.of(System.getProperty("calque.target"));

  private static final ClassLoader DUCK_DB = duckDb();

  /** How often the collector is asked; it is free to take its time. */
  private static final int COLLECTIONS = 60;

  @TempDir Path folder;
  private ModelShop shop;

  /** DuckDB's driver, used once: the JVM remembers for ever who made it start. */
  private static ClassLoader duckDb() {
    Class<?> here = org.duckdb.DuckDBDriver.class;
    URL[] jar = {here.getProtectionDomain().getCodeSource().getLocation()};
    ClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
    try {
      Driver driver = (Driver) loader.loadClass(here.getName()).getConstructor().newInstance();
      driver.connect("jdbc:duckdb:", new Properties()).close();
      return loader;
    } catch (ReflectiveOperationException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void makeProject() {
    shop = ModelShop.in(folder);
  }

  /**
   * DuckDB's driver lies in a loader above, which stays: its native part (2.0.0.1) holds on to its
   * own classes for ever, whoever loads them, and so would to Calque's in the same loader.
   */
  @Test
  void itsClassesGoWhenAToolDropsThem() throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = useAndDrop(gone);
    Later later = new Later(new Later(null));
    assertEquals(new Later(new Later(null)), later);
    assertEquals(later.hashCode() + later.toString(), later.hashCode() + later.toString());
    boolean isGone = false;
    for (int i = 0; i < COLLECTIONS && !isGone; i++) {
      System.gc();
      isGone = gone.remove(200) != null;
    }
    assertTrue(isGone, () -> "still there: " + loader.get());
  }

  /** JDK 17 remembers the class of the record that was last in being used for the first time. */
  private record Later(Later inner) {}

  /**
   * Uses the jar in a loader of its own, on this very thread, as a tool does: one that drops a
   * driver takes it out of {@code DriverManager}, where drivers put themselves when loaded.
   */
  private WeakReference<ClassLoader> useAndDrop(ReferenceQueue<ClassLoader> gone) throws Exception {
    URL[] slim = {TARGET.resolve("calque-slim.jar").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(slim, DUCK_DB)) {
      Class<?> driverClass = loader.loadClass(io.calque.jdbc.Driver.class.getName());
      assertNotSame(io.calque.jdbc.Driver.class, driverClass);
      use((Driver) driverClass.getConstructor().newInstance());
      Class<?> helper = new Deregistering(loader).loadClass(Deregistering.Helper.class.getName());
      helper.getMethod("deregisterAll", ClassLoader.class).invoke(null, loader);
      return new WeakReference<>(loader, gone);
    }
  }

  private void use(Driver driver) throws SQLException {
    try (Connection connection = driver.connect(shop.url(), new Properties());
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT c.name, METRIC('orders') FROM order o JOIN customer c USING ('billing')"
                    + " WHERE o.id > ? GROUP BY c.name")) {
      statement.setInt(1, 0);
      statement.setQueryTimeout(60);
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
      }
      try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
        assertTrue(columns.next());
      }
    }
  }

  /**
   * {@code DriverManager} lets nobody take out a driver but code of the driver's own loader or of
   * one below it.
   */
  private static final class Deregistering extends ClassLoader {
    private Deregistering(ClassLoader jar) {
      super(jar);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(Helper.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      String resource = name.replace('.', '/') + ".class";
      try (var bytes = JarUnloadsIT.class.getClassLoader().getResourceAsStream(resource)) {
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    /** What runs below the jar's loader. */
    public static final class Helper {
      private Helper() {}

      /** Takes out the drivers that a loader brought. */
      public static void deregisterAll(ClassLoader loader) throws SQLException {
        for (Driver driver : java.sql.DriverManager.drivers().toList()) {
          if (driver.getClass().getClassLoader() == loader) {
            java.sql.DriverManager.deregisterDriver(driver);
          }
        }
      }
    }
  }

  private static final String PROGRAM =
      """
      import java.sql.*;

      public class Program {
        public static void main(String[] arguments) throws SQLException {
          Connection connection = DriverManager.getConnection(arguments[0]);
          Statement statement = connection.createStatement();
          statement.setQueryTimeout(3600);
          ResultSet rows = statement.executeQuery("SELECT id FROM customer, range(1000000)");
          rows.next();
          System.out.println("done");
        }
      }
      """;

  /** Pool, clock and an open stream are no reason to stay. */
  @Test
  void aProgramThatClosesNothingEnds() throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                TARGET.resolve("calque.jar") + File.pathSeparator + folder,
                program.toString(),
                shop.url())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the JVM stays");
      assertEquals(0, process.exitValue());
      assertTrue(Files.readString(output).endsWith("done\n"), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }
}
