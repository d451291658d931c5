package io.calque.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Read-only, and only the model (principle 8 of spec.md): each statement of {@code
 * hostile/statements} is refused with a code, as {@code Statement} and as {@code
 * PreparedStatement}, and leaves no trace. Where a statement has a harmless reading it may be
 * answered, if nothing secret shows.
 */
class HostileCorpusTest {
  @TempDir Path folder;

  /** One way to run a text. */
  private enum Way {
    STATEMENT {
      @Override
      Optional<Rows> run(Connection calque, String sql) throws SQLException {
        try (Statement statement = calque.createStatement()) {
          return statement.execute(sql) ? rows(statement.getResultSet()) : Optional.empty();
        }
      }
    },
    UPDATE {
      @Override
      Optional<Rows> run(Connection calque, String sql) throws SQLException {
        try (Statement statement = calque.createStatement()) {
          statement.executeUpdate(sql);
          return Optional.empty();
        }
      }
    },
    PREPARED {
      @Override
      Optional<Rows> run(Connection calque, String sql) throws SQLException {
        try (PreparedStatement statement = calque.prepareStatement(sql)) {
          return statement.execute() ? rows(statement.getResultSet()) : Optional.empty();
        }
      }
    };

    abstract Optional<Rows> run(Connection calque, String sql) throws SQLException;

    private static Optional<Rows> rows(ResultSet result) throws SQLException {
      try (result) {
        return Optional.of(Rows.read(result));
      }
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void isRefusedWithoutTrace() throws Exception {
    List<CorpusStatement> corpus = Corpus.statements("hostile/statements");
    HostileProject project = HostileProject.create(folder);
    List<String> content = project.dump();
    List<String> files = project.files();

    List<String> faults = new ArrayList<>();
    try (Connection keepsTheProjectLoaded = connect(project)) {
      for (CorpusStatement statement : corpus) {
        attack(project, statement, faults);
      }
      assertTrue(keepsTheProjectLoaded.isValid(10), "a statement broke another connection");
    }

    System.out.printf("Hostile corpus: %d statements, %d faults%n", corpus.size(), faults.size());
    faults.forEach(fault -> System.out.println("  " + fault));
    assertEquals(content, project.dump(), "the database has changed");
    assertEquals(files, project.files(), "files have changed");
    assertTrue(faults.isEmpty(), () -> faults.size() + " faults, see above");
  }

  /** A connection for each statement: one that breaks it must not hide the next. */
  private static void attack(HostileProject project, CorpusStatement statement, List<String> faults)
      throws SQLException {
    String text = statement.sql().replace("${folder}", project.folder().toString());
    String sql = statement.flags().contains("escapes") ? Escapes.expand(text) : text;
    Expectation expectation = Expectation.of(statement);
    try (Connection calque = connect(project)) {
      for (Way way : Way.values()) {
        boolean sensible = way != Way.UPDATE || !expectation.mayAnswer();
        if (sensible) {
          fault(project, calque, way, sql, way == Way.UPDATE ? expectation.asUpdate() : expectation)
              .ifPresent(fault -> faults.add(statement + " " + way + ": " + fault));
        }
      }
    }
  }

  private static Connection connect(HostileProject project) throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + project.folder());
  }

  private static Optional<String> fault(
      HostileProject project, Connection calque, Way way, String sql, Expectation expectation) {
    try {
      Optional<Rows> rows = way.run(calque, sql);
      String seen = rows.map(Rows::everything).orElse("");
      return shown(project, seen, sql)
          .or(() -> expectation.fault(rows.map(r -> r.rows().size()).orElse(0)));
    } catch (SQLException e) {
      return shown(project, messages(e), sql).or(() -> expectation.fault(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Optional.of("throws " + e.getClass().getName());
    }
  }

  private static Optional<String> shown(HostileProject project, String text, String sql) {
    List<String> secrets = project.secretsIn(text, sql);
    return secrets.isEmpty() ? Optional.empty() : Optional.of("SHOWS " + secrets);
  }

  /** The messages of an exception, its causes and its chain. */
  private static String messages(SQLException exception) {
    StringBuilder messages = new StringBuilder();
    for (Throwable link : exception) {
      messages.append(link.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
