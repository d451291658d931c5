package io.calque.rewrite;

import io.calque.bind.OutputColumn;
import io.calque.sql.ParsedStatement;
import io.calque.sql.SqlShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled shape, into which the literals of any text of that shape can be put.
 *
 * @param compiled the shape, compiled with stand-ins for literals
 * @param pieces the text between the literals, and before and after them
 * @param literals for each literal of the text, in order, its index in {@link SqlShape#literals}
 */
public record QueryTemplate(CompiledQuery compiled, List<String> pieces, List<Integer> literals) {
  public QueryTemplate {
    pieces = List.copyOf(pieces);
    literals = List.copyOf(literals);
  }

  /**
   * The template of a shape; empty if anything but the SQL depends on its literals, as a column's
   * label may.
   */
  public static Optional<QueryTemplate> of(SqlShape shape, CompiledQuery compiled) {
    boolean onlySql =
        compiled.kind() == ParsedStatement.Kind.QUERY
            && compiled.warnings().isEmpty()
            && compiled.columns().stream()
                .map(OutputColumn::label)
                .noneMatch(label -> shape.standIns().stream().anyMatch(label::contains));
    if (!onlySql) {
      return Optional.empty();
    }
    List<String> pieces = new ArrayList<>();
    List<Integer> literals = new ArrayList<>();
    String sql = compiled.sql();
    int from = 0;
    while (true) {
      int next = -1;
      int literal = -1;
      for (int i = 0; i < shape.standIns().size(); i++) {
        int found = sql.indexOf(shape.standIns().get(i), from);
        if (found >= 0 && (next < 0 || found < next)) {
          next = found;
          literal = i;
        }
      }
      if (next < 0) {
        pieces.add(sql.substring(from));
        return Optional.of(new QueryTemplate(compiled, pieces, literals));
      }
      pieces.add(sql.substring(from, next));
      literals.add(literal);
      from = next + shape.standIns().get(literal).length();
    }
  }

  /** The query of a text with these literals. */
  public CompiledQuery with(List<String> values) {
    StringBuilder sql = new StringBuilder(compiled.sql().length());
    for (int i = 0; i < literals.size(); i++) {
      sql.append(pieces.get(i)).append(values.get(literals.get(i)));
    }
    sql.append(pieces.get(literals.size()));
    return compiled.withSql(sql.toString());
  }
}
