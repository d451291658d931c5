package io.calque.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What verbs that query have in common: the project, and how to connect to it. */
final class ProjectOptions {
  private static final String URL = "jdbc:calque:";

  @Parameters(
      index = "0",
      paramLabel = "<project>",
      description = "A project's folder, its calque.yml, or a whole JDBC URL.")
  private String project;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "<key=value>",
      description = "A connection property, such as lenient=true; may be given several times.")
  private final Map<String, String> properties = new LinkedHashMap<>();

  Connection connect() throws SQLException {
    Properties all = new Properties();
    properties.forEach(all::setProperty);
    return DriverManager.getConnection(project.startsWith(URL) ? project : url(project), all);
  }

  /** The URL of a project; a path with characters that mean something in a URL is quoted. */
  static String url(String path) {
    boolean isPlain = path.chars().noneMatch(c -> ";='\"".indexOf(c) >= 0);
    return URL + (isPlain ? path : '"' + path.replace("\"", "\"\"") + '"');
  }
}
