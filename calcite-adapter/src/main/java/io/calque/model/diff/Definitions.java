package io.calque.model.diff;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Join;
import io.calque.model.JoinPath;
import io.calque.model.JoinType;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Node.TableNode;
import io.calque.model.PreAggregate;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.SourceQuery;
import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model says, element by element. */
final class Definitions {
  private final Renames renames;
  private final TemplateKey keys;
  private final FeatureAspects features;
  private final Map<Element, Definition> all = new LinkedHashMap<>();

  private Definitions(Renames renames) {
    this.renames = renames;
    this.keys = new TemplateKey(renames);
    this.features = new FeatureAspects(renames);
  }

  /**
   * All definitions, in the model's order.
   *
   * @param renames what the model's elements are called in the result
   */
  static Map<Element, Definition> of(SemanticModel model, Renames renames) {
    Definitions definitions = new Definitions(renames);
    model.entities().forEach(definitions::add);
    model.relationships().forEach(definitions::add);
    return definitions.all;
  }

  private void add(
      Element element,
      Element written,
      Definition.Said said,
      Set<String> names,
      Set<String> parts) {
    all.put(element, new Definition(element, written, said.place(), said.aspects(), names, parts));
  }

  private void add(Entity entity) {
    String name = renames.entity(entity.name());
    List<String> newKeys =
        entity.keys().stream().map(key -> renames.feature(entity.name(), key)).toList();
    Aspects said = new Aspects().text(Aspect.DESCRIPTION, entity.description());
    if (entity.source() instanceof SourceQuery query) {
      said.add("query", query.toString(), String.join("\0", PlainSql.pieces(query.sql())));
    } else {
      said.text("table", entity.source().toString());
    }
    said.names("keys", entity.keys(), newKeys)
        .names(Aspect.ALIASES, entity.aliases(), entity.aliases());
    for (RelatedSource related : entity.relatedSources()) {
      said.text("description of " + related.table(), related.description());
    }
    Set<String> names =
        Stream.concat(Stream.of(entity.name()), entity.aliases().stream())
            .map(TemplateKey::lower)
            .collect(Collectors.toSet());
    Set<String> parts =
        Stream.concat(
                entity.features().stream().map(f -> renames.feature(entity.name(), f.name())),
                entity.metrics().stream().map(m -> renames.metric(entity.name(), m.name())))
            .map(TemplateKey::lower)
            .collect(Collectors.toSet());
    add(
        new Element(Kind.ENTITY, "", name),
        new Element(Kind.ENTITY, "", entity.name()),
        new Definition.Said(entity.place(), said.all()),
        names,
        parts);
    entity.features().forEach(feature -> add(feature, entity, name));
    entity.metrics().forEach(metric -> add(metric, entity, name));
    entity.relatedSources().forEach(related -> add(related, entity, name));
    entity.preAggregates().forEach(table -> add(table, entity, name));
  }

  private void add(PreAggregate table, Entity entity, String owner) {
    List<String> metrics =
        table.metrics().stream()
            .map(stored -> renames.metric(entity.name(), stored.metric()) + additivity(stored))
            .toList();
    Aspects said =
        new Aspects()
            .text(Aspect.DESCRIPTION, table.description())
            .text("table", table.table().toString())
            .names(
                "grain",
                table.grain(),
                table.grain().stream().map(f -> renames.feature(entity.name(), f)).toList())
            .names("metrics", metrics, metrics);
    add(
        new Element(Kind.PRE_AGGREGATE, owner, table.name()),
        new Element(Kind.PRE_AGGREGATE, entity.name(), table.name()),
        new Definition.Said(table.place(), said.all()),
        Set.of(TemplateKey.lower(table.name())),
        Set.of());
  }

  private static String additivity(PreAggregate.Stored stored) {
    return stored.additivity().map(said -> " " + TemplateKey.lower(said.name())).orElse("")
        + (stored.notOver().isEmpty() ? "" : " not over " + String.join(" ", stored.notOver()));
  }

  private void add(Feature feature, Entity entity, String owner) {
    Element written = new Element(Kind.FEATURE, entity.name(), feature.name());
    Set<String> names =
        feature.info().queryable() ? Set.of(TemplateKey.lower(feature.name())) : Set.of();
    add(
        new Element(Kind.FEATURE, owner, renames.part(written)),
        written,
        new Definition.Said(feature.info().place(), features.of(feature, entity)),
        names,
        Set.of());
  }

  private void add(Metric metric, Entity entity, String owner) {
    Element written = new Element(Kind.METRIC, entity.name(), metric.name());
    Aspects said =
        new Aspects()
            .text(Aspect.DESCRIPTION, metric.description())
            .text("data type", metric.dataType())
            .add("sql", metric.sql().written(), keys.of(metric.sql(), entity.name()));
    add(
        new Element(Kind.METRIC, owner, renames.part(written)),
        written,
        new Definition.Said(metric.place(), said.all()),
        Set.of(TemplateKey.lower(metric.name())),
        Set.of());
  }

  /** The joins to a table that only one entity knows; two tables may have joins of one name. */
  private void add(RelatedSource related, Entity entity, String owner) {
    for (Join join : related.joins()) {
      String part = related.table() + "." + join.name();
      Element written = new Element(Kind.JOIN, entity.name(), part);
      add(
          new Element(Kind.JOIN, owner, renames.part(written)),
          written,
          new Definition.Said(join.place(), said(join)),
          Set.of(),
          Set.of());
    }
  }

  private void add(Relationship relationship) {
    String left = renames.entity(relationship.left());
    String right = renames.entity(relationship.right());
    String name = left + "-" + right;
    Set<String> ways = new HashSet<>(Set.of(TemplateKey.lower(name)));
    if (relationship.isReversible()) {
      ways.add(TemplateKey.lower(right + "-" + left));
    }
    Aspects said =
        new Aspects()
            .text(Aspect.DESCRIPTION, relationship.description())
            .word("cardinality", relationship.cardinality())
            .unless(true, "reversible", relationship.isReversible());
    add(
        new Element(Kind.RELATIONSHIP, "", name),
        new Element(Kind.RELATIONSHIP, "", relationship.name()),
        new Definition.Said(relationship.place(), said.all()),
        ways,
        Set.of());
    for (Join join : relationship.joins()) {
      Element written = new Element(Kind.JOIN, relationship.name(), join.name());
      Set<String> names = new HashSet<>(Set.of(TemplateKey.lower(join.name())));
      join.reverseName().map(TemplateKey::lower).ifPresent(names::add);
      add(
          new Element(Kind.JOIN, name, renames.part(written)),
          written,
          new Definition.Said(join.place(), said(join)),
          names,
          Set.of());
    }
  }

  private List<Aspect> said(Join join) {
    return new Aspects()
        .text(Aspect.DESCRIPTION, join.description())
        .text("reverse name", join.reverseName())
        .unless(false, "default", join.isDefault())
        .unless(JoinType.LEFT, "join type", join.declaredType())
        .word("cardinality", join.cardinality())
        .add("path", path(join.path()), pathKey(join.path()))
        .all();
  }

  private static String path(JoinPath path) {
    if (path.isDirect()) {
      return path.hops().get(0).predicate().written();
    }
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < path.hops().size(); i++) {
      steps
          .append(i == 0 ? "" : "; ")
          .append(path.nodes().get(i + 1))
          .append(": ")
          .append(path.hops().get(i).predicate().written());
    }
    return steps.toString();
  }

  private String pathKey(JoinPath path) {
    StringBuilder key = new StringBuilder(node(path.first()));
    for (int i = 0; i < path.hops().size(); i++) {
      Node before = path.nodes().get(i);
      Node after = path.nodes().get(i + 1);
      key.append("\0\0")
          .append(keys.of(path.hops().get(i).predicate(), before, after))
          .append("\0\0")
          .append(node(after));
    }
    return key.toString();
  }

  private String node(Node node) {
    return node instanceof EntityNode entity
        ? TemplateKey.lower(renames.entity(entity.entity()))
        : "table " + ((TableNode) node).source();
  }
}
