package io.calque.rewrite;

import io.calque.model.Feature;
import io.calque.model.Node;
import io.calque.warehouse.Aggregates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The query whose rows a pre-aggregated table holds, in the warehouse's SQL: the metrics' own
 * expressions over the entity as any query reads it.
 *
 * @param sql the query
 * @param columns its columns in order, as they are called
 */
public record PreAggregateDefinition(String sql, List<String> columns) {
  private static final int FINGERPRINT = 16;

  public PreAggregateDefinition {
    columns = List.copyOf(columns);
  }

  static PreAggregateDefinition of(PreAggregateColumns table, Names names, EntitySql entities) {
    Aggregates functions = entities.dialect().aggregates();
    NodeSql rows = entities.node(new Node.EntityNode(table.entity().name()), names.fresh("e"));
    List<String> columns = new ArrayList<>();
    List<String> items = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Feature feature : table.grain()) {
      columns.add(feature.name());
      keys.add(rows.column(feature.name()));
      items.add(rows.column(feature.name()) + " AS " + names.identifier(feature.name()));
    }
    for (PreAggregateColumns.Value value : table.values()) {
      String sql =
          value
              .call()
              .map(call -> call.sql(SourceEdits.Rendered.of(""), rows::column, functions).sql())
              .orElseGet(() -> TemplateSql.formula(value.metric().whole(), rows::column));
      columns.add(value.column());
      items.add(sql + " AS " + names.identifier(value.column()));
    }
    return new PreAggregateDefinition(
        "SELECT %s FROM %s GROUP BY %s"
            .formatted(String.join(", ", items), rows.relation(), String.join(", ", keys)),
        columns);
  }

  /** Equal for equal definitions only, for all that can be expected. */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
