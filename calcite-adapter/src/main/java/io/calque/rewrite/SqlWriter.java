package io.calque.rewrite;

import io.calque.rewrite.SourceEdits.Rendered;
import java.util.ArrayList;
import java.util.List;

/** Puts SQL together of which some pieces hold parameters. */
final class SqlWriter {
  private final StringBuilder sql = new StringBuilder();
  private final List<Integer> parameters = new ArrayList<>();

  SqlWriter add(String text) {
    sql.append(text);
    return this;
  }

  SqlWriter add(Rendered piece) {
    sql.append(piece.sql());
    parameters.addAll(piece.parameters());
    return this;
  }

  /** Adds pieces with a separator between them. */
  SqlWriter addAll(List<Rendered> pieces, String separator) {
    for (int i = 0; i < pieces.size(); i++) {
      add(i == 0 ? "" : separator).add(pieces.get(i));
    }
    return this;
  }

  boolean isEmpty() {
    return sql.isEmpty();
  }

  Rendered done() {
    return new Rendered(sql.toString(), List.copyOf(parameters));
  }
}
