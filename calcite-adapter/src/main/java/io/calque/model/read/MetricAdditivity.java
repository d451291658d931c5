package io.calque.model.read;

import io.calque.model.Determination;
import io.calque.model.Entity;
import io.calque.model.Metric;
import io.calque.model.SqlTemplate;
import io.calque.model.read.SqlCalls.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether values of a metric may be added up, as far as the words of its definition tell. */
final class MetricAdditivity {
  /** Functions whose values over parts of the rows give that over all rows. */
  private static final Set<String> ADDITIVE =
      Set.of("sum", "count", "min", "max", "bool_and", "bool_or", "every", "bit_and", "bit_or");

  private final Entity entity;
  private final Determination determination;

  MetricAdditivity(Entity entity) {
    this.entity = entity;
    this.determination = new Determination(entity);
  }

  /** What keeps a metric from being added up over a feature; empty if nothing does. */
  Optional<String> obstacle(Metric metric, String feature) {
    return obstacle(metric.sql(), feature);
  }

  private Optional<String> obstacle(SqlTemplate sql, String feature) {
    for (String part : sql.metricRefs()) {
      Optional<String> found = obstacle(entity.metric(part).orElseThrow().sql(), feature);
      if (found.isPresent()) {
        return found;
      }
    }
    List<SqlToken> tokens = SqlLexer.tokens(sql.written());
    for (Call call : SqlCalls.of(tokens)) {
      if (call.isAggregate()) {
        Optional<String> found = obstacle(call, tokens, feature);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(Call call, List<SqlToken> tokens, String feature) {
    SqlToken first = tokens.get(call.open() + 1);
    if (ADDITIVE.contains(call.name()) && !first.isWord("distinct")) {
      return Optional.empty();
    }
    if (!call.name().equals("count") || !first.isWord("distinct")) {
      return Optional.of(
          call.name()
              + (first.isWord("distinct") ? " of distinct values" : "")
              + " cannot be had from that of parts of the rows");
    }
    SqlToken counted = tokens.get(call.open() + 2);
    boolean isOneFeature = counted.is(SqlToken.Kind.PLACEHOLDER) && call.close() == call.open() + 3;
    return isOneFeature && determination.determines(counted.text(), feature)
        ? Optional.empty()
        : Optional.of(
            isOneFeature
                ? "one %s may have several %s, and would be counted in each"
                    .formatted(counted.text(), feature)
                : "distinct values may occur with several " + feature);
  }
}
