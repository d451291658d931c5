package io.calque.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * DuckDB's dialect: each statement of {@code duckdb/statements} gives through Calque what it gives
 * on DuckDB, rows and labels. The flag {@code ordered} says that the order of the rows counts.
 *
 * <p>What is known to fail stands in {@code duckdb/known-failures.txt}; a new failure fails the
 * test, and so does a listed statement that works.
 */
class DuckDbCorpusTest {
  @TempDir Path folder;

  private Set<String> features;

  @Test
  void equalsDuckDb() throws Exception {
    List<CorpusStatement> corpus = Corpus.statements("duckdb/statements");
    Map<CorpusStatement, Rows> expected = runOnDuckDb(corpus);
    Map<String, String> failures = runThroughCalque(expected);

    report(corpus, failures);
    Map<String, String> known = NamedLines.read("duckdb/known-failures.txt");
    Set<String> fixed = new TreeSet<>(known.keySet());
    fixed.removeAll(failures.keySet());
    Map<String, String> unexpected = new TreeMap<>(failures);
    unexpected.keySet().removeAll(known.keySet());
    assertTrue(unexpected.isEmpty(), () -> "fail, and are not known to: " + unexpected.keySet());
    assertEquals(Set.of(), fixed, "listed in known-failures.txt, but work or do not exist");
  }

  /** The file must be closed before Calque opens it with properties of its own. */
  private Map<CorpusStatement, Rows> runOnDuckDb(List<CorpusStatement> corpus) throws Exception {
    Map<CorpusStatement, Rows> expected = new LinkedHashMap<>();
    try (Connection duckDb =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("corpus.duckdb"))) {
      SqlScript.run(duckDb, Corpus.text("duckdb/data.sql"));
      PassThroughModel model = PassThroughModel.of(duckDb);
      model.writeTo(folder, "jdbc:duckdb:corpus.duckdb");
      features = model.features();
      for (CorpusStatement statement : corpus) {
        try {
          expected.put(statement, Rows.query(duckDb, statement.sql()));
        } catch (SQLException e) {
          throw new IllegalStateException("DuckDB itself refuses " + statement, e);
        }
      }
    }
    return expected;
  }

  private Map<String, String> runThroughCalque(Map<CorpusStatement, Rows> expected)
      throws SQLException {
    Map<String, String> failures = new LinkedHashMap<>();
    try (Connection calque = DriverManager.getConnection("jdbc:calque:" + folder)) {
      expected.forEach(
          (statement, rows) ->
              failureOf(calque, statement, rows)
                  .ifPresent(reason -> failures.put(statement.name(), reason)));
    }
    return failures;
  }

  /** Any failure of one statement is that statement's, also an unchecked one. */
  private Optional<String> failureOf(Connection calque, CorpusStatement statement, Rows expected) {
    try {
      Rows actual = Rows.query(calque, statement.sql());
      return actual
          .differenceFrom(expected, statement.flags().contains("ordered"))
          .or(() -> labelDifference(statement.sql(), expected.labels(), actual.labels()));
    } catch (SQLException | RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  /**
   * Labels are the same where spec.md says so: of features, stars and aliases. Calque calls an
   * expression as its text, DuckDB as its own printing of it.
   */
  private Optional<String> labelDifference(String sql, List<String> expected, List<String> actual) {
    for (int i = 0; i < expected.size(); i++) {
      String label = expected.get(i);
      Pattern alias =
          Pattern.compile(
              "\\bAS\\s+[\"']?" + Pattern.quote(label) + "\\b", Pattern.CASE_INSENSITIVE);
      boolean same = features.contains(label) || alias.matcher(sql).find();
      if (same && !label.equals(actual.get(i))) {
        return Optional.of("column " + (i + 1) + " is called " + actual.get(i) + ", not " + label);
      }
    }
    return Optional.empty();
  }

  private static void report(List<CorpusStatement> corpus, Map<String, String> failures) {
    List<String> lines = new ArrayList<>();
    int passed = corpus.size() - failures.size();
    lines.add(
        "DuckDB corpus: %d of %d run through Calque (%.1f %%)"
            .formatted(passed, corpus.size(), 100.0 * passed / corpus.size()));
    failures.forEach((name, reason) -> lines.add("  " + name + " = " + reason));
    System.out.println(String.join("\n", lines));
  }
}
