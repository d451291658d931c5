package io.calque.generated;

import io.calque.generated.ExprMaker.Typed;
import io.calque.generated.Query.EntitySource;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.Link;
import io.calque.generated.Query.ManualLink;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.NestedSource;
import io.calque.generated.Query.NoLink;
import io.calque.generated.Query.QuerySource;
import io.calque.generated.Query.Source;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A random FROM. */
final class FromMaker {
  private final Dice dice;
  private final Model model;
  private final char firstAlias;
  private final Supplier<Query> subqueries;
  private final List<FromItem> items = new ArrayList<>();

  /** Since the last comma, as joins of the model reach no further. */
  private final List<FromItem> tree = new ArrayList<>();

  /**
   * @param firstAlias from which letter on tables are called
   */
  FromMaker(Dice dice, Model model, char firstAlias, Supplier<Query> subqueries) {
    this.firstAlias = firstAlias;
    this.dice = dice;
    this.model = model;
    this.subqueries = subqueries;
  }

  List<FromItem> from(int size) {
    boolean nest = firstAlias == 'a' && dice.chance(size == 1 ? 0.12 : 0.04);
    add(Keyword.FIRST, nest ? nested() : entity(), new NoLink());
    while (items.size() < size) {
      addNext();
    }
    return List.copyOf(items);
  }

  private Source entity() {
    return new EntitySource(dice.pick(model.entities()).name());
  }

  private Source nested() {
    Entity entity = dice.pick(model.entities());
    List<String> columns = new ArrayList<>();
    entity.features().stream()
        .map(Feature::name)
        .filter(f -> dice.chance(0.7))
        .forEach(columns::add);
    entity.metrics().forEach(metric -> columns.add(metric.name()));
    ExprMaker inside = new ExprMaker(dice, columns(new EntitySource(entity.name()), "t"));
    return new NestedSource(
        entity.name(),
        columns,
        dice.chance(0.5) ? inside.condition(1) : null,
        dice.pick(List.of(NestedSource.Form.values())));
  }

  /** Sometimes once more what is there. */
  private Source nestedOrSame() {
    List<Source> nested =
        items.stream()
            .map(FromItem::source)
            .filter(source -> source instanceof NestedSource)
            .toList();
    return nested.isEmpty() || dice.chance(0.4) ? nested() : dice.pick(nested);
  }

  private void add(Keyword keyword, Source source, Link link) {
    FromItem item = new FromItem(keyword, source, alias(source), link);
    if (keyword == Keyword.COMMA) {
      tree.clear();
    }
    items.add(item);
    tree.add(item);
  }

  private String alias(Source source) {
    if (source instanceof EntitySource entity
        && firstAlias == 'a'
        && !entity.entity().equals("order")
        && items.stream().noneMatch(item -> item.alias().equals(entity.entity()))
        && dice.chance(0.25)) {
      return entity.entity();
    }
    return String.valueOf((char) (firstAlias + items.size()));
  }

  private void addNext() {
    List<Way> ways = ways();
    boolean flat = subqueries == null;
    switch (ways.isEmpty() ? dice.weighted(0, 5, 1, 2, 2) : dice.weighted(75, 12, 3, 4, 7)) {
      case 0 -> addJoin(dice.pick(ways));
      case 1 -> addManual(entity());
      case 2 -> add(Keyword.CROSS, entity(), new NoLink());
      case 3 -> add(Keyword.COMMA, entity(), new NoLink());
      default -> addManual(flat ? entity() : dice.chance(0.3) ? nestedOrSame() : derived());
    }
  }

  /** A query, or twice the same one with different conditions. */
  private QuerySource derived() {
    Query query = subqueries.get();
    boolean ordered = !query.orderBy().isEmpty();
    List<Typed> columns =
        query.from().stream().flatMap(i -> columns(i.source(), i.alias()).stream()).toList();
    boolean hasCtes =
        query.from().stream()
            .anyMatch(i -> i.source() instanceof NestedSource nested && nested.cte());
    Query union =
        ordered || hasCtes || dice.chance(0.7)
            ? null
            : query.withWhere(new ExprMaker(dice, columns).condition(1));
    return new QuerySource(query, union, dice.chance(0.5));
  }

  private Keyword keyword() {
    return switch (dice.weighted(4, 4, 1, 1)) {
      case 0 -> Keyword.INNER;
      case 1 -> Keyword.LEFT;
      case 2 -> Keyword.RIGHT;
      default -> Keyword.FULL;
    };
  }

  /** A join of the model that could come next. */
  private record Way(FromItem near, Relationship relationship, String far, boolean forwards) {}

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (FromItem item : tree) {
      String near = item.entity().orElse("");
      for (Relationship relationship : model.relationships()) {
        if (relationship.left().equals(near)) {
          ways.add(new Way(item, relationship, relationship.right(), true));
        }
        if (relationship.right().equals(near)) {
          ways.add(new Way(item, relationship, relationship.left(), false));
        }
      }
    }
    return ways;
  }

  private void addJoin(Way way) {
    Relationship relationship = way.relationship();
    Join join = dice.pick(relationship.joins());
    boolean reversed = relationship.isSelf() && !way.forwards();
    if (dice.chance(0.08) && join.hops().size() == 1) {
      addDeclaredByHand(way, join);
      return;
    }
    List<ModelLink.Form> forms = new ArrayList<>();
    forms.add(ModelLink.Form.USING_QUALIFIED);
    forms.add(ModelLink.Form.ON_QUALIFIED);
    if (nearOnes(relationship) == 1) {
      forms.add(ModelLink.Form.USING);
      forms.add(ModelLink.Form.ON);
    }
    boolean soleDefault =
        !reversed
            && (join.isDefault() || relationship.joins().size() == 1)
            && ways().stream()
                    .filter(w -> w.far().equals(way.far()))
                    .map(Way::near)
                    .distinct()
                    .count()
                == 1;
    if (soleDefault && dice.chance(0.6)) {
      forms = List.of(ModelLink.Form.DEFAULT);
    }
    ModelLink.Form form = dice.pick(forms);
    boolean on = form == ModelLink.Form.ON || form == ModelLink.Form.ON_QUALIFIED;
    Source far = new EntitySource(way.far());
    String alias = alias(far);
    Expr and = on && dice.chance(0.4) ? condition(far, alias) : null;
    String name =
        form == ModelLink.Form.DEFAULT ? null : join.name() + (reversed ? "__reversed" : "");
    ModelLink link = new ModelLink(way.near().alias(), name, form, and);
    FromItem item = new FromItem(keyword(), far, alias, link);
    items.add(item);
    tree.add(item);
  }

  /** How many tables on the left a join's name could mean. */
  private long nearOnes(Relationship relationship) {
    return ways().stream()
        .filter(way -> way.relationship() == relationship)
        .map(Way::near)
        .distinct()
        .count();
  }

  private Expr condition(Source far, String alias) {
    List<Typed> columns = new ArrayList<>();
    tree.forEach(item -> columns.addAll(columns(item.source(), item.alias())));
    columns.addAll(columns(far, alias));
    return new ExprMaker(dice, columns).condition(1);
  }

  /** A declared join, written as a user who does not know of it would. */
  private void addDeclaredByHand(Way way, Join join) {
    Source far = new EntitySource(way.far());
    String alias = alias(far);
    String source = way.forwards() ? way.near().alias() : alias;
    String destination = way.forwards() ? alias : way.near().alias();
    Expr condition = renamed(join.hops().get(0).condition(), source, destination);
    FromItem item = new FromItem(keyword(), far, alias, new ManualLink(condition));
    items.add(item);
    tree.add(item);
  }

  private static Expr renamed(Expr condition, String source, String destination) {
    if (condition instanceof Expr.Column column) {
      return Expr.column(column.owner().equals("source") ? source : destination, column.name());
    }
    return condition.withChildren(
        condition.children().stream().map(c -> renamed(c, source, destination)).toList());
  }

  private void addManual(Source source) {
    String alias = alias(source);
    List<Typed> far = columns(source, alias);
    FromItem nearItem = dice.pick(tree);
    List<Typed> near = columns(nearItem.source(), nearItem.alias());
    Type type = dice.of(Type.INT, Type.INT, Type.TEXT);
    ExprMaker left = new ExprMaker(dice, near);
    ExprMaker right = new ExprMaker(dice, far);
    Operator operator = dice.of(Operator.EQ, Operator.EQ, Operator.EQ, Operator.LT);
    Expr condition = Expr.call(operator, left.value(type, 0), right.value(type, 0));
    if (dice.chance(0.2)) {
      condition =
          Expr.call(dice.of(Operator.AND, Operator.OR), condition, condition(source, alias));
    }
    FromItem item = new FromItem(keyword(), source, alias, new ManualLink(condition));
    items.add(item);
    tree.add(item);
  }

  /** The columns of a table in FROM. */
  private List<Typed> columns(Source source, String alias) {
    return columns(model, source, alias);
  }

  static List<Typed> columns(Model model, Source source, String alias) {
    if (source instanceof EntitySource entity) {
      return model.entity(entity.entity()).features().stream()
          .map(f -> new Typed(Expr.column(alias, f.name()), f.type()))
          .toList();
    }
    if (source instanceof NestedSource nested) {
      return model.entity(nested.entity()).features().stream()
          .filter(f -> nested.columns().contains(f.name()))
          .map(f -> new Typed(Expr.column(alias, f.name()), f.type()))
          .toList();
    }
    return ((QuerySource) source)
        .query().select().stream()
            .map(item -> new Typed(Expr.column(alias, item.label()), item.type()))
            .toList();
  }

  /** The metrics of an entity in FROM, which are columns too. */
  static List<Typed> metricColumns(Model model, FromItem item) {
    return item.entity().stream()
        .flatMap(entity -> model.entity(entity).metrics().stream())
        .map(m -> new Typed(Expr.column(item.alias(), m.name()), m.type()))
        .toList();
  }
}
