package io.calque.jdbc;

import io.calque.project.Projects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.DriverVersion;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.UnregisteredDriver;

/** The driver for {@code jdbc:calque:} URLs; found by {@code ServiceLoader}. */
public final class Driver extends UnregisteredDriver {
  static final String VERSION = "0.1.0";

  /**
   * Above all loggers of the shaded jar, those of its libraries too. Kept, as java.util.logging
   * forgets loggers that nobody holds.
   */
  private static final Logger LOGGER = Logger.getLogger("io.calque");

  static {
    if (LOGGER.getLevel() == null) {
      LOGGER.setLevel(Level.WARNING);
    }
    register(new Driver());
  }

  private final Projects projects;

  /** The driver as {@code ServiceLoader} makes it: all connections share their projects. */
  public Driver() {
    this(Projects.shared());
  }

  /** A driver whose connections share nothing with those of others. */
  public Driver(Projects projects) {
    this.projects = projects;
  }

  private static void register(Driver driver) {
    try {
      DriverManager.registerDriver(driver);
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Connects.
   *
   * @return null if the URL is another driver's
   */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return SqlErrors.call(
        () -> {
          CalqueUrl parsed = CalqueUrl.parse(url, info);
          return CalqueConnection.open(this, factory, parsed, projects);
        });
  }

  @Override
  public boolean acceptsURL(String url) {
    return CalqueUrl.accepts(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return SqlErrors.call(
        () -> {
          CalqueUrl parsed = CalqueUrl.parse(acceptsURL(url) ? url : CalqueUrl.PREFIX, info);
          return Arrays.stream(ConnectionProperty.values())
              .map(property -> propertyInfo(property, parsed))
              .toArray(DriverPropertyInfo[]::new);
        });
  }

  private static DriverPropertyInfo propertyInfo(ConnectionProperty property, CalqueUrl url) {
    DriverPropertyInfo info =
        new DriverPropertyInfo(property.key(), url.get(property).orElse(property.defaultValue()));
    info.description = property.description();
    info.required = property == ConnectionProperty.MODEL;
    info.choices = property.choices().isEmpty() ? null : property.choices().toArray(String[]::new);
    return info;
  }

  @Override
  protected AvaticaFactory createFactory() {
    return new CalqueFactory();
  }

  /** A part of the version: 0 is the major one, 1 the minor one. */
  static int versionPart(int index) {
    return Integer.parseInt(VERSION.split("\\.")[index]);
  }

  @Override
  protected DriverVersion createDriverVersion() {
    int major = versionPart(0);
    int minor = versionPart(1);
    return new DriverVersion(
        "Calque JDBC Driver", VERSION, "Calque", VERSION, false, major, minor, major, minor);
  }

  @Override
  protected String getConnectStringPrefix() {
    return CalqueUrl.PREFIX;
  }

  @Override
  public Meta createMeta(AvaticaConnection connection) {
    return new CalqueMeta((CalqueConnection) connection);
  }

  /** The parent of all loggers; at first it lets warnings and errors through. */
  @Override
  public Logger getParentLogger() {
    return LOGGER;
  }
}
