package io.calque.cli;

import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.FeatureOrigin.RelatedEntity;
import io.calque.model.FeatureOrigin.RelatedTable;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.JoinPath;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model says of a warehouse, whatever it calls things: features are their columns, entities
 * their tables, and joins have no names.
 */
final class ModelFacts {
  private final SemanticModel model;
  private final Set<String> facts = new TreeSet<>();

  private ModelFacts(SemanticModel model) {
    this.model = model;
  }

  static Set<String> of(SemanticModel model) {
    ModelFacts facts = new ModelFacts(model);
    model.entities().forEach(facts::add);
    model.relationships().forEach(facts::add);
    return facts.facts;
  }

  private void add(Entity entity) {
    String table = entity.source().toString();
    facts.add(
        "key of %s: %s"
            .formatted(table, entity.keys().stream().map(key -> column(entity, key)).toList()));
    for (Feature feature : entity.features()) {
      facts.add(fact(entity, table, feature));
    }
    for (Metric metric : entity.metrics()) {
      facts.add("metric of %s: %s".formatted(table, sql(entity, metric.sql())));
    }
    entity
        .relatedSources()
        .forEach(
            related -> related.joins().forEach(join -> addJoin(join, related.joins().size() == 1)));
  }

  private String fact(Entity entity, String table, Feature feature) {
    if (!(feature instanceof FieldFeature field)) {
      return "%s of %s: %s".formatted(kind(feature), table, feature.name());
    }
    FeatureOrigin origin = field.origin();
    if (origin instanceof RelatedEntity related) {
      Entity other = model.entity(related.entity()).orElseThrow();
      return "%s shows %s.%s".formatted(table, other.source(), column(other, field.field()));
    }
    return origin instanceof RelatedTable related
        ? "%s shows %s.%s".formatted(table, related.source().table(), field.field())
        : "feature of %s: %s".formatted(table, field.field());
  }

  private static String kind(Feature feature) {
    return feature.getClass().getSimpleName().replace("Feature", "").toLowerCase(Locale.ROOT);
  }

  private void add(Relationship relationship) {
    relationship.joins().forEach(join -> addJoin(join, relationship.joins().size() == 1));
  }

  /** Of the two ways to read a join the one that comes first in the alphabet. */
  private void addJoin(Join join, boolean isOnly) {
    String forward = shown(join.path(), Direction.FORWARD, join.cardinality());
    String reversed = shown(join.path(), Direction.REVERSED, join.cardinality().reversed());
    String way = forward.compareTo(reversed) < 0 ? forward : reversed;
    facts.add("join " + way + (join.isDefault() && !isOnly ? ", the default" : ""));
  }

  private String shown(JoinPath path, Direction direction, Cardinality cardinality) {
    List<String> hops = new ArrayList<>();
    for (int i = 0; i < path.hops().size(); i++) {
      hops.add(shown(path, i, direction));
    }
    if (direction == Direction.REVERSED) {
      Collections.reverse(hops);
    }
    return String.join(" / ", hops) + " " + cardinality.name().toLowerCase(Locale.ROOT);
  }

  private String shown(JoinPath path, int index, Direction direction) {
    Hop hop = path.hops().get(index);
    String left = "";
    String right = "";
    for (SqlTemplate.Part part : hop.predicate().parts()) {
      if (part instanceof SideRef ref) {
        Node node = path.nodes().get(ref.side() == Side.SOURCE ? index : index + 1);
        if ((ref.side() == Side.SOURCE) == (direction == Direction.FORWARD)) {
          left += column(node, ref.name());
        } else {
          right += column(node, ref.name());
        }
      }
    }
    return left + " = " + right;
  }

  private String column(Node node, String name) {
    if (node instanceof Node.EntityNode named) {
      Entity entity = model.entity(named.entity()).orElseThrow();
      return entity.source() + "." + column(entity, name);
    }
    return ((Node.TableNode) node).source() + "." + name;
  }

  private static String column(Entity entity, String feature) {
    return entity.feature(feature).orElseThrow() instanceof FieldFeature field
            && field.origin() instanceof FeatureOrigin.KeySource
        ? field.field()
        : feature;
  }

  private static String sql(Entity entity, SqlTemplate sql) {
    StringBuilder text = new StringBuilder();
    for (SqlTemplate.Part part : sql.parts()) {
      if (part instanceof Text raw) {
        text.append(raw.sql());
      } else if (part instanceof FeatureRef ref) {
        text.append(column(entity, ref.name()));
      } else {
        text.append("METRIC(…)");
      }
    }
    return text.toString();
  }
}
