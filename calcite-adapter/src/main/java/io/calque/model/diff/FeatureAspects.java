package io.calque.model.diff;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.FeatureOrigin.RelatedEntity;
import io.calque.model.FeatureOrigin.RelatedTable;
import io.calque.model.Filter;
import io.calque.model.Filter.FieldFilter;
import io.calque.model.Filter.Literal;
import io.calque.model.Filter.SqlFilter;
import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Node.TableNode;
import io.calque.model.Traversal;
import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What features say. */
final class FeatureAspects {
  /** The source of a column of the entity's own table, whatever that table is. */
  private static final String OWN = "its own table";

  private final Renames renames;
  private final TemplateKey keys;

  FeatureAspects(Renames renames) {
    this.renames = renames;
    this.keys = new TemplateKey(renames);
  }

  List<Aspect> of(Feature feature, Entity entity) {
    Aspects said =
        new Aspects()
            .text(Aspect.DESCRIPTION, feature.info().description())
            .text("data type", feature.info().dataType())
            .unless(true, "queryable", feature.info().queryable());
    if (feature instanceof FormulaFeature formula) {
      said.text("type", "formula")
          .add("sql", formula.sql().written(), keys.of(formula.sql(), entity.name()));
    } else if (feature instanceof FieldFeature field) {
      said.text("type", "field");
      origin(said, field.origin());
      if (field.isExpression()) {
        said.add("field", field.field(), String.join("\0", PlainSql.pieces(field.field())));
      } else {
        field("field", field.field(), field.origin(), entity, said);
      }
      filters(said, field.filters(), field.origin(), entity);
    } else if (feature instanceof MetricFeature metric) {
      said.text("type", "metric");
      origin(said, metric.origin());
      said.add(
          "metric",
          metric.metric(),
          TemplateKey.lower(renames.metric(metric.origin().entity(), metric.metric())));
      filters(said, metric.filters(), metric.origin(), entity);
    } else if (feature instanceof FirstLastFeature pick) {
      said.text("type", "first_last");
      origin(said, pick.origin());
      said.word("method", pick.method());
      field("sort by", pick.sortBy(), pick.origin(), entity, said);
      field("field", pick.field(), pick.origin(), entity, said);
      said.text("offset", String.valueOf(pick.offset()));
      filters(said, pick.filters(), pick.origin(), entity);
    }
    return said.all();
  }

  private void field(String name, String field, FeatureOrigin origin, Entity entity, Aspects said) {
    said.add(name, field, keys.name(field, node(origin, entity)));
  }

  private void origin(Aspects said, FeatureOrigin origin) {
    if (origin instanceof RelatedEntity related) {
      Traversal way = related.traversal();
      Element join = new Element(Kind.JOIN, way.relationship().name(), way.join().name());
      String name = way.joinName();
      boolean isRenamed = !renames.part(join).equals(join.part());
      said.add("source", way.to(), TemplateKey.lower(renames.entity(way.to())))
          .add("join", name, TemplateKey.lower(isRenamed ? renames.part(join) : name));
    } else if (origin instanceof RelatedTable related) {
      said.text("source", related.source().table().toString()).text("join", related.join().name());
    } else {
      said.text("source", OWN);
    }
  }

  private static Node node(FeatureOrigin origin, Entity entity) {
    if (origin instanceof RelatedEntity related) {
      return new EntityNode(related.entity());
    }
    return new TableNode(
        origin instanceof RelatedTable related ? related.source().table() : entity.source());
  }

  private void filters(Aspects said, List<Filter> filters, FeatureOrigin origin, Entity entity) {
    List<String> shown = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (Filter filter : filters) {
      Node node = node(origin, entity);
      if (filter instanceof SqlFilter sql) {
        shown.add(sql.sql().written());
        all.add(keys.of(sql.sql(), node, node));
      } else if (filter instanceof FieldFilter compared) {
        shown.add(text(compared.field(), compared));
        all.add(text(keys.name(compared.field(), node), compared));
      }
    }
    said.add(
        "filters",
        String.join(" and ", shown),
        all.stream().sorted().collect(Collectors.joining("\0\0")));
  }

  private static String text(String field, FieldFilter filter) {
    String operator = filter.operator().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String values = filter.values().stream().map(Literal::text).collect(Collectors.joining(", "));
    return (field + " " + operator + " " + values).strip();
  }
}
