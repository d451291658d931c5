package io.calque.cli.data;

import io.calque.cli.data.Finding.Kind;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.TableName;
import io.calque.warehouse.TableAids;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Whether a warehouse that has indexes can use one for each join, and knows enough of the columns
 * to choose. Small tables need neither. What a feature calculates is not looked at: an index over
 * an expression may serve it.
 */
final class AidCheck {
  private final SemanticModel model;
  private final Consumer<Finding> findings;
  private final List<Arrival> arrivals = new ArrayList<>();

  AidCheck(SemanticModel model, Consumer<Finding> findings) {
    this.model = model;
    this.findings = findings;
  }

  /** A table that a join arrives at, and the columns it finds rows by. */
  private record Arrival(Join join, TableName table, List<String> columns) {}

  void check(Warehouse warehouse) throws SQLException {
    for (Relationship relationship : model.relationships()) {
      for (Join join : relationship.joins()) {
        collect(join, Direction.FORWARD);
        if (relationship.isReversible()) {
          collect(join, Direction.REVERSED);
        }
      }
    }
    for (Entity entity : model.entities()) {
      for (RelatedSource related : entity.relatedSources()) {
        related.joins().forEach(join -> collect(join, Direction.FORWARD));
      }
    }
    Set<TableName> tables = new LinkedHashSet<>();
    arrivals.forEach(arrival -> tables.add(arrival.table()));
    warehouse.aids(tables).ifPresent(aids -> judge(aids, warehouse.tableNames()));
  }

  private void collect(Join join, Direction direction) {
    for (int i = 0; i < join.path().hops().size(); i++) {
      Hop hop = join.path().hops().get(i);
      boolean forward = direction == Direction.FORWARD;
      Node node = join.path().nodes().get(forward ? i + 1 : i);
      Side side = forward ? Side.DESTINATION : Side.SOURCE;
      List<String> columns = new ArrayList<>();
      for (Comparison comparison : Comparison.in(hop)) {
        column(node, comparison.on(side)).ifPresent(columns::add);
      }
      Optional<TableName> table = table(node);
      if (table.isPresent() && !columns.isEmpty()) {
        arrivals.add(new Arrival(join, table.get(), columns));
      }
    }
  }

  private Optional<TableName> table(Node node) {
    Object source =
        node instanceof Node.EntityNode named
            ? model.entity(named.entity()).orElseThrow().source()
            : ((Node.TableNode) node).source();
    return source instanceof TableName table ? Optional.of(table) : Optional.empty();
  }

  private Optional<String> column(Node node, String name) {
    if (!(node instanceof Node.EntityNode named)) {
      return Optional.of(name);
    }
    return model
        .entity(named.entity())
        .flatMap(entity -> entity.feature(name))
        .filter(FieldFeature.class::isInstance)
        .map(FieldFeature.class::cast)
        .filter(field -> field.origin() instanceof FeatureOrigin.KeySource)
        .filter(field -> !field.isExpression())
        .map(FieldFeature::field);
  }

  private void judge(Map<TableName, TableAids> aids, TableNames names) {
    Set<List<String>> judged = new HashSet<>();
    Set<TableName> told = new HashSet<>();
    for (Arrival arrival : arrivals) {
      TableAids table = aids.get(arrival.table());
      if (table == null || !table.isLarge()) {
        continue;
      }
      List<String> subject = new ArrayList<>(arrival.columns());
      subject.add(arrival.table().toString());
      if (!table.areIndexed(arrival.columns()) && judged.add(subject)) {
        findings.accept(noIndex(arrival, table, names));
      }
      if (!table.areAnalysed(arrival.columns()) && told.add(arrival.table())) {
        findings.accept(noStatistics(arrival, names));
      }
    }
  }

  private static Finding noIndex(Arrival arrival, TableAids table, TableNames names) {
    String columns = String.join(", ", arrival.columns());
    return new Finding(
        Kind.NO_INDEX,
        arrival.join().place(),
        "%s finds rows of %s by %s, and no index begins with %s"
            .formatted(
                arrival.join().name(),
                arrival.table(),
                columns,
                arrival.columns().size() == 1 ? "it" : "any of them"),
        "a query that needs a few rows reads %s; CREATE INDEX ON %s (%s)"
            .formatted(
                table.rows() == 0 ? "the whole table" : "all " + EntityCheck.rows(table.rows()),
                names.table(arrival.table()),
                arrival.columns().stream()
                    .map(column -> names.column(arrival.table(), column))
                    .collect(Collectors.joining(", "))));
  }

  private static Finding noStatistics(Arrival arrival, TableNames names) {
    return new Finding(
        Kind.NO_STATISTICS,
        arrival.join().place(),
        "the warehouse has no statistics of %s, which %s joins by %s"
            .formatted(
                arrival.table(), arrival.join().name(), String.join(", ", arrival.columns())),
        "it guesses how many rows a join finds, and may choose a way that takes far too long; ANALYZE "
            + names.table(arrival.table()));
  }
}
