package io.calque.cli.init;

import io.calque.model.DataType;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureInfo;
import io.calque.model.FeatureOrigin;
import io.calque.model.Join;
import io.calque.model.Metric;
import io.calque.model.Relationship;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.Text;
import io.calque.model.Traversal;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entities: a feature for each column, names of what a row refers to, and plain metrics. */
final class EntityDrafts {
  /** What names a thing for people, the likeliest first. */
  private static final List<String> LABELS =
      List.of("name", "title", "label", "full_name", "display_name", "company_name", "company");

  private final List<Link> links;
  private final List<Relationship> relationships;
  private final Map<String, List<String>> notes;

  /**
   * @param notes gets notes on keys, features and metrics
   */
  EntityDrafts(
      List<Link> links, List<Relationship> relationships, Map<String, List<String>> notes) {
    this.links = links;
    this.relationships = relationships;
    this.notes = notes;
  }

  Entity entity(KeyedTable table) {
    SourceTable source = table.source();
    Key key = table.key().orElseThrow();
    List<Feature> features = new ArrayList<>();
    Set<String> names = new HashSet<>(source.features().values());
    for (DeclaredColumn column : source.columns()) {
      features.add(
          field(
              source.features().get(column.name()),
              column.remarks(),
              SourceTable.dataType(column),
              new FeatureOrigin.KeySource(),
              column.name()));
    }
    links.stream()
        .filter(link -> link.from().equals(table))
        .forEach(link -> label(link, names).ifPresent(features::add));
    describe(table, key);
    return new Entity(
        source.entity(),
        source.table().remarks().isEmpty()
            ? "A row of " + source.table().name().last()
            : source.table().remarks(),
        source.table().name(),
        source.featuresOf(key.columns()),
        features,
        metrics(table, names),
        List.of(),
        List.of(),
        JoinDraft.NOWHERE);
  }

  private void describe(KeyedTable table, Key key) {
    String entity = table.entity();
    if (table.source().table().isView()) {
      note(entity, "The source is a view, of which no catalog declares keys.");
    }
    note(entity, (key.isDeclared() ? "Key: " : "Guess: the key, as ") + key.why() + ".");
    List<String> unnamed =
        table.source().table().columns().stream()
            .map(DeclaredColumn::name)
            .filter(column -> !table.source().features().containsKey(column))
            .toList();
    if (!unnamed.isEmpty()) {
      note(entity, "No quotes can hold the names of these columns: " + String.join(", ", unnamed));
    }
  }

  private void note(String part, String note) {
    notes.computeIfAbsent(part, key -> new ArrayList<>()).add(note);
  }

  private static Feature field(
      String name,
      String description,
      Optional<DataType> type,
      FeatureOrigin origin,
      String field) {
    FeatureInfo info = new FeatureInfo(name, description, type, true, JoinDraft.NOWHERE);
    return new FieldFeature(info, origin, field, false, List.of());
  }

  /** The name of what a row refers to, if that has one. */
  private Optional<Feature> label(Link link, Set<String> names) {
    Optional<String> column = labelOf(link.to().source());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    String label = link.to().source().features().get(column.get());
    String name = labelName(link, link.to().source().bareName(column.get()));
    if (!names.add(name)) {
      return Optional.empty();
    }
    note(link.from().entity() + "." + name, "Guess: what people call the " + link.to().entity());
    return Optional.of(
        field(
            name,
            "",
            Optional.of(DataType.STRING),
            new FeatureOrigin.RelatedEntity(traversal(link)),
            label));
  }

  private static Optional<String> labelOf(SourceTable source) {
    return source.columns().stream()
        .filter(column -> SourceTable.dataType(column).equals(Optional.of(DataType.STRING)))
        .map(DeclaredColumn::name)
        .filter(column -> rank(source, column) < LABELS.size())
        .min(Comparator.comparing(column -> rank(source, column)));
  }

  private static int rank(SourceTable source, String column) {
    String name = source.bareName(column);
    String own = source.entity() + "_";
    int rank = LABELS.indexOf(name.startsWith(own) ? name.substring(own.length()) : name);
    return rank < 0 ? LABELS.size() : rank;
  }

  private static String labelName(Link link, String label) {
    String entity = link.to().entity() + "_";
    String rest = label.startsWith(entity) ? label.substring(entity.length()) : label;
    String role = link.role().isEmpty() ? "" : link.role() + "_";
    boolean isSelf = link.from().equals(link.to());
    return role + (isSelf && !role.isEmpty() ? "" : entity) + rest;
  }

  private Traversal traversal(Link link) {
    JoinDraft draft = new JoinDraft.Direct(link);
    for (Relationship relationship : relationships) {
      for (Join join : relationship.joins()) {
        if (join.path().equals(draft.path(relationship.left()))) {
          Direction direction =
              relationship.left().equals(link.from().entity())
                  ? Direction.FORWARD
                  : Direction.REVERSED;
          return new Traversal(relationship, join, direction);
        }
      }
    }
    throw new IllegalStateException("no join of " + link.shown());
  }

  private List<Metric> metrics(KeyedTable table, Set<String> names) {
    List<Metric> metrics = new ArrayList<>();
    SourceTable source = table.source();
    List<String> key = source.featuresOf(table.key().orElseThrow().columns());
    String plural = Names.snake(source.table().name().last());
    String count = plural.equals(source.entity()) || !names.add(plural) ? "" : plural;
    SqlTemplate sql =
        key.size() == 1
            ? template(new Text("COUNT("), new FeatureRef(key.get(0)), new Text(")"))
            : template(new Text("COUNT(*)"));
    metrics.add(
        metric(
            count.isEmpty() ? unique(source.entity() + "_count", names) : count,
            "Number of " + (count.isEmpty() ? "rows" : count.replace('_', ' ')),
            sql));
    List<String> without = new ArrayList<>();
    for (DeclaredColumn column : source.columns()) {
      if (!SourceTable.dataType(column).equals(Optional.of(DataType.NUMBER))
          || isKey(table, column)) {
        continue;
      }
      String feature = source.features().get(column.name());
      if (Additive.isAdditive(source.bareName(column.name()))) {
        metrics.add(
            metric(
                unique("sum_" + feature, names),
                "Sum of " + feature,
                template(new Text("SUM("), new FeatureRef(feature), new Text(")"))));
      } else {
        without.add(feature);
      }
    }
    if (!without.isEmpty()) {
      note(
          table.entity(),
          "Guess: numbers that do not add up, by their names: " + String.join(", ", without) + ".");
    }
    return metrics;
  }

  private boolean isKey(KeyedTable table, DeclaredColumn column) {
    boolean isPart =
        table.identities().stream().anyMatch(columns -> columns.contains(column.name()));
    return isPart
        || links.stream()
            .anyMatch(link -> link.from().equals(table) && link.columns().contains(column.name()));
  }

  private static String unique(String wish, Set<String> names) {
    String name = wish;
    for (int i = 2; !names.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }

  private static SqlTemplate template(SqlTemplate.Part... parts) {
    return new SqlTemplate(List.of(parts), JoinDraft.NOWHERE);
  }

  private static Metric metric(String name, String description, SqlTemplate sql) {
    return new Metric(name, description, Optional.empty(), sql, JoinDraft.NOWHERE);
  }
}
