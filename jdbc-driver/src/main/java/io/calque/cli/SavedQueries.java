package io.calque.cli;

import io.calque.error.CalqueException;
import io.calque.error.SqlPlace;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.sql.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The queries that a team keeps in {@code .sql} files, at any depth below a folder. */
final class SavedQueries {
  private static final String ENDING = ".sql";

  /**
   * A saved query.
   *
   * @param file relative to the folder
   * @param line where it begins in its file, from 1
   */
  record Saved(Path file, int line, String sql) {
    String place() {
      return file + ":" + line;
    }
  }

  /**
   * A saved query that does not compile.
   *
   * @param line where the fault is in the file, from 1
   * @param column from 1
   */
  record Fault(Saved query, int line, int column, CalqueException error) {}

  private SavedQueries() {}

  /**
   * All queries below a folder, in the order of their paths.
   *
   * @throws IOException if there is no such folder, or a file in it is no text in UTF-8
   */
  static List<Saved> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
              .sorted()
              .toList();
    }
    List<Saved> queries = new ArrayList<>();
    for (Path file : files) {
      Path shown = folder.relativize(file);
      for (Statements.Statement statement : Statements.of(TextFiles.read(file))) {
        queries.add(new Saved(shown, statement.line(), statement.text()));
      }
    }
    return queries;
  }

  /**
   * What came of compiling a query; one of the two is there.
   *
   * @param fault for which it does not compile
   */
  record Outcome(Optional<CompiledQuery> compiled, Optional<Fault> fault) {}

  /** The fault for which a query does not compile; empty if it does. */
  static Optional<Fault> fault(Saved query, QueryCompiler compiler) {
    return compile(query, compiler).fault();
  }

  static Outcome compile(Saved query, QueryCompiler compiler) {
    try {
      return new Outcome(Optional.of(compiler.compile(query.sql())), Optional.empty());
    } catch (CalqueException e) {
      int line = query.line();
      int column = 1;
      if (e.place().isPresent()) {
        SqlPlace place = e.place().get();
        line += place.line() - 1;
        column = place.column();
      }
      return new Outcome(Optional.empty(), Optional.of(new Fault(query, line, column, e)));
    }
  }
}
