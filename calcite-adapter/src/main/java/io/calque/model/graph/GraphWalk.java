package io.calque.model.graph;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.JoinPath;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.model.PreAggregate;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.Source;
import io.calque.model.SqlTemplate;
import io.calque.model.graph.Element.Kind;
import java.util.List;

/** Walks over a model once and tells a graph what needs what. */
final class GraphWalk {
  private final SemanticModel model;
  private final ModelGraph graph;

  GraphWalk(SemanticModel model, ModelGraph graph) {
    this.model = model;
    this.graph = graph;
  }

  void walk() {
    model.entities().forEach(this::walk);
    model.relationships().forEach(this::walk);
  }

  private void walk(Entity entity) {
    Element self = Element.of(Kind.ENTITY, entity.name());
    graph.add(self, entity.place());
    graph.need(self, table(entity.source()));
    entity.keys().forEach(key -> graph.need(self, feature(entity, key)));
    for (RelatedSource related : entity.relatedSources()) {
      for (Join join : related.joins()) {
        Element element = new Element(Kind.JOIN, entity.name(), join.name());
        graph.add(element, join.place());
        walk(element, join.path());
      }
    }
    entity.features().forEach(feature -> walk(entity, feature));
    for (Metric metric : entity.metrics()) {
      Element element = new Element(Kind.METRIC, entity.name(), metric.name());
      graph.add(element, metric.place());
      metric.sql().featureRefs().forEach(name -> graph.need(element, feature(entity, name)));
      metric
          .sql()
          .metricRefs()
          .forEach(name -> graph.need(element, new Element(Kind.METRIC, entity.name(), name)));
      graph.need(element, self);
    }
    entity.preAggregates().forEach(table -> walk(entity, table));
  }

  private void walk(Entity entity, PreAggregate table) {
    Element element = new Element(Kind.PRE_AGGREGATE, entity.name(), table.name());
    graph.add(element, table.place());
    table.grain().forEach(name -> graph.need(element, feature(entity, name)));
    table
        .metrics()
        .forEach(
            stored ->
                graph.need(element, new Element(Kind.METRIC, entity.name(), stored.metric())));
    graph.need(element, Element.of(Kind.ENTITY, entity.name()));
  }

  private void walk(Entity entity, Feature feature) {
    Element element = feature(entity, feature.name());
    graph.add(element, feature.info().place());
    if (feature instanceof FormulaFeature formula) {
      formula.sql().featureRefs().forEach(name -> graph.need(element, feature(entity, name)));
    } else if (feature instanceof FieldFeature field) {
      walk(element, entity, field.origin(), List.of(field.field()), field.filters());
    } else if (feature instanceof FirstLastFeature pick) {
      List<String> names = List.of(pick.field(), pick.sortBy());
      walk(element, entity, pick.origin(), names, pick.filters());
    } else if (feature instanceof MetricFeature metric) {
      graph.need(element, new Element(Kind.METRIC, metric.origin().entity(), metric.metric()));
      walk(element, entity, metric.origin(), List.of(), metric.filters());
    }
    graph.need(element, Element.of(Kind.ENTITY, entity.name()));
  }

  /** What a feature takes from its origin, and the join that leads there. */
  private void walk(
      Element element,
      Entity owner,
      FeatureOrigin origin,
      List<String> names,
      List<Filter> filters) {
    names.forEach(name -> graph.need(element, at(owner, origin, name)));
    for (Filter filter : filters) {
      List<String> refs =
          filter instanceof Filter.SqlFilter sql
              ? sql.sql().sideRefs(Side.SOURCE)
              : List.of(((Filter.FieldFilter) filter).field());
      refs.forEach(name -> graph.need(element, at(owner, origin, name)));
    }
    if (origin instanceof FeatureOrigin.RelatedEntity related) {
      graph.need(element, join(related.traversal().relationship(), related.traversal().join()));
    } else if (origin instanceof FeatureOrigin.RelatedTable related) {
      graph.need(element, new Element(Kind.JOIN, owner.name(), related.join().name()));
    }
  }

  private Element at(Entity owner, FeatureOrigin origin, String name) {
    if (origin instanceof FeatureOrigin.RelatedEntity related) {
      return new Element(Kind.FEATURE, related.entity(), name);
    }
    return column(
        origin instanceof FeatureOrigin.RelatedTable related
            ? related.source().table()
            : owner.source(),
        name);
  }

  private void walk(Relationship relationship) {
    Element self = Element.of(Kind.RELATIONSHIP, relationship.name());
    graph.add(self, relationship.place());
    graph.need(self, Element.of(Kind.ENTITY, relationship.left()));
    graph.need(self, Element.of(Kind.ENTITY, relationship.right()));
    for (Join join : relationship.joins()) {
      Element element = join(relationship, join);
      graph.add(element, join.place());
      walk(element, join.path());
      graph.need(element, self);
    }
  }

  private void walk(Element join, JoinPath path) {
    for (int i = 0; i < path.hops().size(); i++) {
      Hop hop = path.hops().get(i);
      needEnd(join, path.nodes().get(i), hop.predicate(), Side.SOURCE);
      needEnd(join, path.nodes().get(i + 1), hop.predicate(), Side.DESTINATION);
    }
  }

  private void needEnd(Element join, Node node, SqlTemplate predicate, Side side) {
    for (String name : predicate.sideRefs(side)) {
      graph.need(
          join,
          node instanceof Node.EntityNode entity
              ? new Element(Kind.FEATURE, entity.entity(), name)
              : column(((Node.TableNode) node).source(), name));
    }
  }

  private static Element join(Relationship relationship, Join join) {
    return new Element(Kind.JOIN, relationship.name(), join.name());
  }

  private static Element feature(Entity entity, String name) {
    return new Element(Kind.FEATURE, entity.name(), name);
  }

  private static Element table(Source source) {
    return Element.of(Kind.TABLE, source.toString());
  }

  private Element column(Source source, String column) {
    Element element = new Element(Kind.COLUMN, source.toString(), column);
    graph.need(element, table(source));
    return element;
  }
}
