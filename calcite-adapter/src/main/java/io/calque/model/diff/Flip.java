package io.calque.model.diff;

import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.JoinPath;
import io.calque.model.Node;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.SideRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Relationships written from the other end. A relationship that works both ways means the same from
 * either; formats differ in where they begin.
 */
final class Flip {
  private Flip() {}

  /** The model with those relationships turned that the other model has from the other end. */
  static SemanticModel towards(SemanticModel model, Set<String> otherNames) {
    Set<String> own = new HashSet<>();
    model.relationships().forEach(each -> own.add(TemplateKey.lower(each.name())));
    List<Relationship> turned =
        model.relationships().stream()
            .map(each -> isToTurn(each, own, otherNames) ? of(each) : each)
            .toList();
    return new SemanticModel(model.name(), model.entities(), turned);
  }

  private static boolean isToTurn(Relationship each, Set<String> own, Set<String> others) {
    String back = TemplateKey.lower(each.right() + "-" + each.left());
    return each.isReversible()
        && !others.contains(TemplateKey.lower(each.name()))
        && others.contains(back)
        && !own.contains(back);
  }

  private static Relationship of(Relationship relationship) {
    return new Relationship(
        relationship.right(),
        relationship.left(),
        relationship.cardinality().reversed(),
        true,
        relationship.description(),
        relationship.joins().stream().map(Flip::of).toList(),
        relationship.place());
  }

  private static Join of(Join join) {
    return new Join(
        join.reverseName().orElse(join.name()),
        join.reverseName().isPresent() ? Optional.of(join.name()) : Optional.empty(),
        join.description(),
        join.isDefault(),
        join.declaredType(),
        join.cardinality().reversed(),
        of(join.path()),
        join.place());
  }

  private static JoinPath of(JoinPath path) {
    List<Node> nodes = new ArrayList<>(path.nodes());
    List<Hop> hops = new ArrayList<>(path.hops().stream().map(Flip::of).toList());
    Collections.reverse(nodes);
    Collections.reverse(hops);
    return new JoinPath(nodes, hops);
  }

  private static Hop of(Hop hop) {
    return new Hop(
        new SqlTemplate(
            hop.predicate().parts().stream()
                .map(part -> part instanceof SideRef ref ? of(ref) : part)
                .toList(),
            hop.predicate().place()));
  }

  private static SideRef of(SideRef ref) {
    return new SideRef(ref.side() == Side.SOURCE ? Side.DESTINATION : Side.SOURCE, ref.name());
  }
}
