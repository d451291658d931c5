package io.calque.cli.erd;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Join;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Source;
import io.calque.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Boxes and lines, in no notation yet.
 *
 * @param title the model's name
 * @param boxes the entities
 * @param bridges the lookup joins, each a small box between two entities
 * @param lines what connects them
 */
record Diagram(String title, List<Box> boxes, List<Bridge> bridges, List<Line> lines) {
  /**
   * An entity.
   *
   * @param id a word that no other box is called by
   * @param sections keys first, then features by kind, then metrics; none is empty
   */
  record Box(String id, String name, String remark, List<Section> sections) {}

  /** Rows of one kind. */
  record Section(Kind kind, List<Row> rows) {}

  /** What the rows of a section are. */
  enum Kind {
    KEY,
    /** Columns of the entity's own table. */
    COLUMN,
    /** Values from elsewhere: fields over joins, metric features, first and last ones. */
    RELATED,
    FORMULA,
    METRIC
  }

  /**
   * A feature or metric.
   *
   * @param note what it is, in a word or two; may be empty
   * @param remark its description; may be empty
   */
  record Row(String name, String note, String remark) {}

  /**
   * A lookup join.
   *
   * @param via what it crosses, in order
   */
  record Bridge(String id, String name, List<String> via) {}

  /**
   * A line between two boxes.
   *
   * @param fromOne whether at most one row stands at its beginning; empty where a bridge does
   * @param toOne the same for its end
   * @param label the join's name; empty beside a bridge, which has it
   * @param isDefault whether it is the join that is meant when nobody names one
   */
  record Line(
      String from,
      String to,
      Optional<Boolean> fromOne,
      Optional<Boolean> toOne,
      String label,
      boolean isDefault) {}

  static Diagram of(SemanticModel model, Scope scope) {
    List<Box> boxes = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (Entity entity : scope.entities(model)) {
      String id = "e" + (boxes.size() + 1);
      ids.put(key(entity.name()), id);
      boxes.add(box(id, entity, scope.features()));
    }
    List<Bridge> bridges = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Relationship relationship : model.relationships()) {
      String left = ids.get(key(relationship.left()));
      String right = ids.get(key(relationship.right()));
      if (left != null && right != null) {
        relationship.joins().forEach(join -> add(relationship, join, left, right, bridges, lines));
      }
    }
    return new Diagram(model.name(), boxes, bridges, lines);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void add(
      Relationship relationship,
      Join join,
      String left,
      String right,
      List<Bridge> bridges,
      List<Line> lines) {
    Cardinality cardinality = join.cardinality();
    Optional<Boolean> leftOne = Optional.of(cardinality.isToOne(Direction.REVERSED));
    Optional<Boolean> rightOne = Optional.of(cardinality.isToOne(Direction.FORWARD));
    if (join.path().isDirect()) {
      lines.add(new Line(left, right, leftOne, rightOne, join.name(), join.isDefault()));
      return;
    }
    String id = "b" + (bridges.size() + 1);
    List<String> via = join.path().bridges().stream().map(Diagram::shortName).toList();
    bridges.add(new Bridge(id, join.name(), via));
    lines.add(new Line(left, id, leftOne, Optional.empty(), "", join.isDefault()));
    lines.add(new Line(id, right, Optional.empty(), rightOne, "", join.isDefault()));
  }

  private static String shortName(Node node) {
    return node instanceof Node.TableNode table ? shortName(table.source()) : node.toString();
  }

  private static String shortName(Source source) {
    return source instanceof TableName table ? table.last() : "a query";
  }

  private static Box box(String id, Entity entity, boolean withFeatures) {
    List<Section> sections = new ArrayList<>();
    List<Row> keys =
        entity.keys().stream().flatMap(k -> entity.feature(k).stream()).map(Diagram::row).toList();
    add(sections, Kind.KEY, keys);
    if (withFeatures) {
      Map<Kind, List<Row>> byKind =
          entity.queryableFeatures().stream()
              .filter(feature -> !isKey(entity, feature))
              .collect(
                  Collectors.groupingBy(
                      Diagram::kind, Collectors.mapping(Diagram::row, Collectors.toList())));
      for (Kind kind : List.of(Kind.COLUMN, Kind.RELATED, Kind.FORMULA)) {
        add(sections, kind, byKind.getOrDefault(kind, List.of()));
      }
      add(sections, Kind.METRIC, entity.metrics().stream().map(Diagram::row).toList());
    }
    return new Box(id, entity.name(), entity.description(), sections);
  }

  private static void add(List<Section> sections, Kind kind, List<Row> rows) {
    if (!rows.isEmpty()) {
      sections.add(new Section(kind, rows));
    }
  }

  private static boolean isKey(Entity entity, Feature feature) {
    return entity.keys().stream().anyMatch(feature.name()::equalsIgnoreCase);
  }

  private static Kind kind(Feature feature) {
    if (feature instanceof Feature.FormulaFeature) {
      return Kind.FORMULA;
    }
    boolean isOwn =
        feature instanceof FieldFeature field && field.origin() instanceof FeatureOrigin.KeySource;
    return isOwn ? Kind.COLUMN : Kind.RELATED;
  }

  private static Row row(Feature feature) {
    return new Row(feature.name(), note(feature), feature.info().description());
  }

  private static Row row(Metric metric) {
    return new Row(metric.name(), "", metric.description());
  }

  private static String note(Feature feature) {
    if (feature instanceof MetricFeature metric) {
      return metric.metric() + " of " + metric.origin().entity();
    }
    if (feature instanceof FirstLastFeature pick) {
      return pick.method().name().toLowerCase(Locale.ROOT) + " of " + source(pick.origin());
    }
    if (feature instanceof FieldFeature field
        && !(field.origin() instanceof FeatureOrigin.KeySource)) {
      return "of " + source(field.origin());
    }
    return feature.info().dataType().map(Diagram::word).orElse("");
  }

  private static String word(DataType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String source(FeatureOrigin origin) {
    return origin instanceof FeatureOrigin.RelatedEntity related
        ? related.entity()
        : ((FeatureOrigin.RelatedTable) origin).source().table().last();
  }
}
