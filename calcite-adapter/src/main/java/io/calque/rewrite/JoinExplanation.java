package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.SelectJoin;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.Traversal;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says which joins a query takes: those of the model, with their bridges, and its own. */
final class JoinExplanation {
  private final SemanticModel model;

  JoinExplanation(SemanticModel model) {
    this.model = model;
  }

  /** A join that the model defines, and the bridges that it goes through. */
  void explain(BoundJoin join, Consumer<ExplainRow> rows) {
    String why;
    if (join.request() instanceof BoundJoin.Request.Default) {
      why =
          join.traversal().relationship().joins().size() == 1
              ? "the only join of its relationship"
              : "the default join of its relationship";
    } else {
      why = "named in the query";
    }
    rows.accept(
        new ExplainRow(
            "join",
            join.traversal().joinName(),
            "%s %s join %s, %s; %s"
                .formatted(
                    join.from().name(),
                    lower(join.keyword()),
                    join.to().name(),
                    described(join.traversal()),
                    why)));
    for (Node bridge : join.traversal().join().path().bridges()) {
      rows.accept(
          new ExplainRow(
              "bridge",
              bridge.toString(),
              "inner, between %s and %s of the join %s"
                  .formatted(join.from().name(), join.to().name(), join.traversal().joinName())));
    }
  }

  /** A join on a condition of the query's own. */
  void explain(SelectJoin join, Consumer<ExplainRow> rows) {
    if (join.modelJoin().isPresent() || join.left().isEmpty() || join.right().isEmpty()) {
      return;
    }
    Optional<Traversal> declared = declared(join);
    String tables =
        "%s %s %s"
            .formatted(
                names(declared.isPresent() ? Set.of(ends(join).left()) : join.left()),
                keyword(join.rows()),
                names(join.right()));
    if (declared.isPresent()) {
      rows.accept(
          new ExplainRow(
              "join",
              declared.get().joinName(),
              "%s, %s; the query writes its condition out"
                  .formatted(tables, described(declared.get()))));
    } else {
      rows.accept(
          new ExplainRow(
              "join",
              names(join.right()),
              "%s, on a condition of the query's own, %s".formatted(tables, leadsTo(join))));
    }
  }

  /** What is known of how many rows of the right side a row of the left side meets. */
  private static String leadsTo(SelectJoin join) {
    for (EntityUse use : join.right()) {
      Set<String> fixed = new HashSet<>();
      for (Equality equality : join.equalities()) {
        if (equality.left() == use && join.left().contains(equality.right())) {
          fixed.add(equality.leftFeature().name());
        } else if (equality.right() == use && join.left().contains(equality.left())) {
          fixed.add(equality.rightFeature().name());
        }
      }
      if (join.right().size() == 1 && fixed.containsAll(use.entity().keys())) {
        return "which gives the whole key of %s, so at most one row of it".formatted(use.name());
      }
    }
    return "of unknown cardinality";
  }

  /** An equality's two ends, that on the join's left side first. */
  private static Equality ends(SelectJoin join) {
    Equality first = join.equalities().get(0);
    return join.left().contains(first.left())
        ? first
        : new Equality(first.right(), first.rightFeature(), first.left(), first.leftFeature());
  }

  /** The direct join of the model whose condition is made of its equalities, from left to right. */
  private Optional<Traversal> declared(SelectJoin select) {
    List<Equality> equalities = select.equalities();
    if (equalities.isEmpty()) {
      return Optional.empty();
    }
    EntityUse one = ends(select).left();
    EntityUse other = ends(select).right();
    for (Relationship relationship : model.relationships()) {
      for (Join join : relationship.joins()) {
        if (isDeclared(relationship, join, one, other, equalities)) {
          return Optional.of(new Traversal(relationship, join, Direction.FORWARD));
        }
        if (isDeclared(relationship, join, other, one, equalities)) {
          return Optional.of(new Traversal(relationship, join, Direction.REVERSED));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDeclared(
      Relationship relationship,
      Join join,
      EntityUse source,
      EntityUse destination,
      List<Equality> equalities) {
    if (!join.path().isDirect()
        || !relationship.left().equals(source.entity().name())
        || !relationship.right().equals(destination.entity().name())) {
      return false;
    }
    Set<EqualityHop.Pair> pairs = new HashSet<>();
    for (Equality equality : equalities) {
      if (equality.left() == source && equality.right() == destination) {
        pairs.add(pair(equality.leftFeature().name(), equality.rightFeature().name()));
      } else if (equality.left() == destination && equality.right() == source) {
        pairs.add(pair(equality.rightFeature().name(), equality.leftFeature().name()));
      } else {
        return false;
      }
    }
    return EqualityHop.of(join.path().hops().get(0).predicate(), Side.SOURCE)
        .filter(hop -> hop.farOnly().isEmpty())
        .map(
            hop ->
                hop.pairs().stream()
                    .map(each -> pair(each.near(), each.far()))
                    .collect(Collectors.toSet())
                    .equals(pairs))
        .orElse(false);
  }

  private static EqualityHop.Pair pair(String source, String destination) {
    return new EqualityHop.Pair(
        source.toLowerCase(Locale.ROOT), destination.toLowerCase(Locale.ROOT));
  }

  private static String described(Traversal traversal) {
    boolean forward = traversal.direction() == Direction.FORWARD;
    var declared = traversal.join().cardinality();
    return "relationship %s, %s from left to right%s"
        .formatted(
            traversal.relationship().name(),
            lower(forward ? declared : declared.reversed()),
            forward ? "" : " (declared the other way round)");
  }

  private static String keyword(SelectJoin.Rows rows) {
    return switch (rows) {
      case MATCHED -> "inner join";
      case ALL_LEFT -> "left join";
      case ALL_RIGHT -> "right join";
      case ALL -> "full join";
      case UNMATCHED_LEFT -> "anti join";
    };
  }

  private static String names(Set<EntityUse> uses) {
    return uses.stream().map(EntityUse::name).sorted().collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
