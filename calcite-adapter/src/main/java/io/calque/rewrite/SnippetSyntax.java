package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.error.SqlPlace;
import io.calque.model.SqlTemplate;
import io.calque.sql.SqlSource;
import io.calque.sql.StatementParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * A model's snippet as a syntax tree, for the few questions that text cannot answer: which are its
 * aggregates, is it nothing but equalities. Each hole stands in the tree as an identifier. The
 * snippet is never printed from the tree; stretches of the tree are cut out of the snippet itself.
 */
final class SnippetSyntax {
  private static final String HOLE = "calque_hole_";

  private final SqlTemplate template;
  private final List<Integer> starts;
  private final SqlSource source;
  private final SqlNode tree;

  private SnippetSyntax(
      SqlTemplate template, List<Integer> starts, SqlSource source, SqlNode tree) {
    this.template = template;
    this.starts = starts;
    this.source = source;
    this.tree = tree;
  }

  /** The snippet's tree; empty if it is in a dialect that Calque cannot read. */
  static Optional<SnippetSyntax> of(SqlTemplate template) {
    StringBuilder sql = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (SqlTemplate.Part part : template.parts()) {
      starts.add(sql.length());
      sql.append(part instanceof SqlTemplate.Text text ? text.sql() : HOLE + (starts.size() - 1));
    }
    starts.add(sql.length());
    try {
      SqlNode tree = StatementParser.parseExpression(sql.toString());
      return Optional.of(new SnippetSyntax(template, starts, new SqlSource(sql.toString()), tree));
    } catch (CalqueException unreadable) {
      return Optional.empty();
    }
  }

  SqlNode tree() {
    return tree;
  }

  /** The hole that an identifier stands for; empty if it is one of the snippet's own names. */
  Optional<SqlTemplate.Part> hole(SqlNode node) {
    if (node instanceof SqlIdentifier id && id.isSimple() && id.getSimple().startsWith(HOLE)) {
      int index = Integer.parseInt(id.getSimple().substring(HOLE.length()));
      return Optional.of(template.parts().get(index));
    }
    return Optional.empty();
  }

  /** Where a node stands in the snippet. */
  SqlPlace place(SqlNode node) {
    return source.place(node.getParserPosition());
  }

  /** The same without parentheses around the whole of it. */
  SqlPlace inside(SqlNode node) {
    return source.inside(node.getParserPosition());
  }

  /** The stretch of the snippet between two offsets of {@link #place}. */
  SqlTemplate slice(int start, int end) {
    List<SqlTemplate.Part> parts = new ArrayList<>();
    for (int i = 0; i < template.parts().size(); i++) {
      int from = Math.max(start, starts.get(i));
      int to = Math.min(end, starts.get(i + 1));
      if (from < to) {
        SqlTemplate.Part part = template.parts().get(i);
        parts.add(
            part instanceof SqlTemplate.Text
                ? new SqlTemplate.Text(source.text().substring(from, to))
                : part);
      }
    }
    return new SqlTemplate(parts, template.place());
  }

  SqlTemplate slice(SqlNode node) {
    SqlPlace place = place(node);
    return slice(place.start(), place.end());
  }

  /** The length of the snippet, as offsets of {@link #place} count it. */
  int length() {
    return starts.get(starts.size() - 1);
  }
}
