package io.calque.generated;

import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.Item;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.Link;
import io.calque.generated.Query.ManualLink;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.NestedSource;
import io.calque.generated.Query.NoLink;
import io.calque.generated.Query.Order;
import io.calque.generated.Query.QuerySource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is a little simpler than a query; not all of it makes sense. */
final class QueryShrinks {
  private final Query query;
  private final List<Query> simpler = new ArrayList<>();

  private QueryShrinks(Query query) {
    this.query = query;
  }

  static List<Query> of(Query query) {
    QueryShrinks shrinks = new QueryShrinks(query);
    shrinks.addParts();
    shrinks.addFrom();
    shrinks.addExpressions();
    return shrinks.simpler;
  }

  private void add(Expr where, Grouping grouping, Expr having, boolean distinct) {
    simpler.add(
        new Query(
            query.from(),
            where,
            grouping,
            having,
            query.qualify(),
            distinct,
            query.select(),
            query.orderBy()));
  }

  private Query unqualified() {
    return new Query(
        query.from(),
        query.where(),
        query.grouping(),
        query.having(),
        null,
        query.distinct(),
        query.select(),
        query.orderBy());
  }

  private void addFrom(List<FromItem> from) {
    simpler.add(
        new Query(
            from,
            query.where(),
            query.grouping(),
            query.having(),
            query.qualify(),
            query.distinct(),
            query.select(),
            query.orderBy()));
  }

  private void addSelect(List<Item> select, List<Order> orderBy) {
    simpler.add(
        new Query(
            query.from(),
            query.where(),
            query.grouping(),
            query.having(),
            query.qualify(),
            query.distinct(),
            select,
            orderBy));
  }

  private void addParts() {
    Lists.withoutOne(query.orderBy()).forEach(orders -> addSelect(query.select(), orders));
    if (query.orderBy().isEmpty() && query.select().size() > 1) {
      Lists.withoutOne(query.select()).forEach(select -> addSelect(select, List.of()));
    }
    if (query.where() != null) {
      add(null, query.grouping(), query.having(), query.distinct());
    }
    if (query.having() != null) {
      add(query.where(), query.grouping(), null, query.distinct());
    }
    if (query.qualify() != null) {
      simpler.add(unqualified());
    }
    if (query.distinct()) {
      add(query.where(), query.grouping(), query.having(), false);
    }
    if (query.grouping() != null) {
      groupings(query.grouping())
          .forEach(g -> add(query.where(), g, query.having(), query.distinct()));
    }
  }

  private static List<Grouping> groupings(Grouping grouping) {
    List<Grouping> simpler = new ArrayList<>();
    List<Expr> keys = grouping.keys();
    boolean hasSets =
        grouping.kind() == Grouping.Kind.SETS || grouping.kind() == Grouping.Kind.MIXED_SETS;
    if (grouping.kind() == Grouping.Kind.MIXED_SETS) {
      simpler.add(new Grouping(Grouping.Kind.SETS, keys, grouping.sets()));
    }
    if (hasSets && grouping.sets().size() > 1) {
      Lists.withoutOne(grouping.sets())
          .forEach(sets -> simpler.add(new Grouping(grouping.kind(), keys, sets)));
    }
    if (grouping.kind() != Grouping.Kind.NONE && grouping.kind() != Grouping.Kind.PLAIN) {
      simpler.add(new Grouping(Grouping.Kind.PLAIN, keys, List.of()));
    }
    if (!hasSets) {
      for (List<Expr> fewer : Lists.withoutOne(keys)) {
        Grouping.Kind kind = fewer.isEmpty() ? Grouping.Kind.NONE : grouping.kind();
        simpler.add(new Grouping(kind, fewer, List.of()));
      }
    }
    return simpler;
  }

  private void addFrom() {
    List<FromItem> from = query.from();
    for (int i = 1; i < from.size(); i++) {
      List<FromItem> fewer = new ArrayList<>(from);
      fewer.remove(i);
      addFrom(fewer);
    }
    if (from.size() > 1) {
      List<FromItem> fewer = new ArrayList<>(from.subList(1, from.size()));
      FromItem first = fewer.get(0);
      fewer.set(0, new FromItem(Keyword.FIRST, first.source(), first.alias(), new NoLink()));
      addFrom(fewer);
    }
    Lists.withOneChanged(from, QueryShrinks::items).forEach(this::addFrom);
  }

  private static List<FromItem> items(FromItem item) {
    List<FromItem> simpler = new ArrayList<>();
    Keyword keyword = item.keyword();
    List<Keyword> keywords =
        switch (keyword) {
          case LEFT, RIGHT -> List.of(Keyword.INNER);
          case FULL -> List.of(Keyword.INNER, Keyword.LEFT, Keyword.RIGHT);
          default -> List.of();
        };
    keywords.forEach(k -> simpler.add(new FromItem(k, item.source(), item.alias(), item.link())));
    for (Link link : links(item.link())) {
      simpler.add(new FromItem(keyword, item.source(), item.alias(), link));
    }
    if (item.source() instanceof NestedSource nested) {
      addNested(nested, s -> simpler.add(new FromItem(keyword, s, item.alias(), item.link())));
    }
    if (item.source() instanceof QuerySource source) {
      if (source.cte()) {
        QuerySource derived = new QuerySource(source.query(), source.union(), false);
        simpler.add(new FromItem(keyword, derived, item.alias(), item.link()));
      }
      if (source.union() != null) {
        QuerySource single = new QuerySource(source.query(), null, source.cte());
        simpler.add(new FromItem(keyword, single, item.alias(), item.link()));
      }
      for (Query query : of(source.query())) {
        QuerySource changed = new QuerySource(query, source.union(), source.cte());
        simpler.add(new FromItem(keyword, changed, item.alias(), item.link()));
      }
    }
    return simpler;
  }

  private static void addNested(NestedSource nested, Consumer<NestedSource> simpler) {
    String entity = nested.entity();
    if (nested.form() != NestedSource.Form.DERIVED) {
      simpler.accept(
          new NestedSource(entity, nested.columns(), nested.where(), NestedSource.Form.DERIVED));
    }
    if (nested.where() != null) {
      simpler.accept(new NestedSource(entity, nested.columns(), null, nested.form()));
    }
  }

  private static List<Link> links(Link link) {
    List<Link> simpler = new ArrayList<>();
    if (link instanceof ManualLink manual) {
      ExprShrinks.of(manual.condition()).forEach(c -> simpler.add(new ManualLink(c)));
    }
    if (link instanceof ModelLink join) {
      if (join.and() != null) {
        simpler.add(new ModelLink(join.near(), join.join(), join.form(), null));
        ExprShrinks.of(join.and())
            .forEach(c -> simpler.add(new ModelLink(join.near(), join.join(), join.form(), c)));
      } else if (join.join() != null && join.form() != ModelLink.Form.USING_QUALIFIED) {
        simpler.add(new ModelLink(join.near(), join.join(), ModelLink.Form.USING_QUALIFIED, null));
      }
    }
    return simpler;
  }

  private void addExpressions() {
    if (query.where() != null) {
      ExprShrinks.of(query.where())
          .forEach(where -> add(where, query.grouping(), query.having(), query.distinct()));
    }
    if (query.having() != null) {
      ExprShrinks.of(query.having())
          .forEach(having -> add(query.where(), query.grouping(), having, query.distinct()));
    }
    Lists.withOneChanged(
            query.select(),
            item ->
                ExprShrinks.of(item.expression()).stream()
                    .map(e -> new Item(e, item.type(), item.label(), item.star()))
                    .toList())
        .forEach(select -> addSelect(select, query.orderBy()));
    if (query.grouping() != null) {
      addKeys(query.grouping());
    }
  }

  /** A key is simplified wherever it stands. */
  private void addKeys(Grouping grouping) {
    for (Expr key : grouping.keys()) {
      for (Expr change : ExprShrinks.of(key)) {
        if (grouping.keys().contains(change) || change instanceof Expr.Literal) {
          continue;
        }
        List<Expr> keys = grouping.keys().stream().map(k -> k.equals(key) ? change : k).toList();
        List<Item> select =
            query.select().stream()
                .map(
                    i ->
                        new Item(
                            replaced(i.expression(), key, change), i.type(), i.label(), i.star()))
                .toList();
        simpler.add(
            new Query(
                query.from(),
                query.where(),
                new Grouping(grouping.kind(), keys, grouping.sets()),
                query.having() == null ? null : replaced(query.having(), key, change),
                query.qualify() == null ? null : replaced(query.qualify(), key, change),
                query.distinct(),
                select,
                query.orderBy()));
      }
    }
  }

  private static Expr replaced(Expr within, Expr part, Expr replacement) {
    if (within.equals(part)) {
      return replacement;
    }
    if (within instanceof Expr.Grouped grouped) {
      return new Expr.Grouped(replaced(grouped.key(), part, replacement));
    }
    return within.withChildren(
        within.children().stream().map(c -> replaced(c, part, replacement)).toList());
  }
}
