package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.rewrite.QueryTemplate;
import io.calque.sql.SqlShape;
import io.calque.warehouse.LruCache;
import java.util.Optional;

/**
 * Compiles each text once, and of texts that differ in literals only the first. Safe for all
 * threads.
 */
final class CompiledQueries {
  /** Texts and shapes that are kept. */
  private static final int MOST = 1_000;

  /** Characters of all texts that are kept, with what they were compiled to. */
  private static final long MOST_CHARACTERS = 16_000_000;

  private final QueryCompiler compiler;
  private final LruCache<Text, CompiledQuery> texts =
      new LruCache<>(
          MOST, MOST_CHARACTERS, (text, query) -> text.sql().length() + query.sql().length());

  private final LruCache<Text, Optional<QueryTemplate>> shapes =
      new LruCache<>(MOST, MOST_CHARACTERS, (text, template) -> 2L * text.sql().length());

  /** A statement, and the schema it is in. */
  private record Text(String sql, String schema) {}

  CompiledQueries(QueryCompiler compiler) {
    this.compiler = compiler;
  }

  /** The compiled statement. Equal texts give the same object, while it is kept. */
  CompiledQuery get(String sql, String schema) {
    if (compiler.hasLearnt()) {
      texts.clear();
      shapes.clear();
    }
    Text text = new Text(sql, schema);
    CompiledQuery known = texts.get(text);
    if (known != null) {
      return known;
    }
    CompiledQuery compiled =
        SqlShape.of(sql)
            .flatMap(shape -> fromShape(shape, schema))
            .orElseGet(() -> compiler.compile(sql, schema));
    texts.put(text, compiled);
    return compiled;
  }

  private Optional<CompiledQuery> fromShape(SqlShape shape, String schema) {
    Text text = new Text(shape.text(), schema);
    Optional<QueryTemplate> template = shapes.get(text);
    if (template == null) {
      template = compile(shape, schema);
      shapes.put(text, template);
    }
    return template.map(known -> known.with(shape.literals()));
  }

  /** Empty also if the shape has an error: the user is to be told with the own text. */
  private Optional<QueryTemplate> compile(SqlShape shape, String schema) {
    try {
      return QueryTemplate.of(shape, compiler.compile(shape.text(), schema));
    } catch (CalqueException e) {
      return Optional.empty();
    }
  }
}
