package io.calque.model.write;

import io.calque.model.Cardinality;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the joins of a model that are foreign keys, which is what Ossie has of joins. */
final class OssieForeignKeys {
  /**
   * A join as Ossie has it.
   *
   * @param from the entity on the many side
   * @param to the entity on the one side
   * @param isOneToOne whether both sides are
   */
  record ForeignKey(
      String name,
      String from,
      String to,
      List<String> fromColumns,
      List<String> toColumns,
      boolean isOneToOne) {
    ForeignKey {
      fromColumns = List.copyOf(fromColumns);
      toColumns = List.copyOf(toColumns);
    }
  }

  private final SemanticModel model;
  private final Map<Join, ForeignKey> byJoin = new IdentityHashMap<>();
  private final List<ForeignKey> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Losses losses;

  private OssieForeignKeys(SemanticModel model, Losses losses) {
    this.model = model;
    this.losses = losses;
  }

  static OssieForeignKeys of(SemanticModel model, Losses losses) {
    OssieForeignKeys keys = new OssieForeignKeys(model, losses);
    for (Relationship relationship : model.relationships()) {
      for (Join join : relationship.joins()) {
        keys.add(relationship, join);
      }
    }
    return keys;
  }

  List<ForeignKey> all() {
    return List.copyOf(all);
  }

  /** The foreign key that a join has become; empty if it has become none. */
  Optional<ForeignKey> of(Join join) {
    return Optional.ofNullable(byJoin.get(join));
  }

  private void add(Relationship relationship, Join join) {
    String label = "join " + join.name() + " of " + relationship.name();
    if (!join.path().isDirect()) {
      losses.add(label + ": it is a lookup");
      return;
    }
    if (join.cardinality() == Cardinality.MANY_TO_MANY) {
      losses.add(label + ": it is many_to_many");
      return;
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    boolean equalities =
        pairs(join.path().hops().get(0).predicate().parts(), relationship, left, right);
    if (!equalities) {
      losses.add(label + ": its condition is more than equal columns");
      return;
    }
    boolean forward = join.cardinality() != Cardinality.ONE_TO_MANY;
    String name = join.name();
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      name = relationship.left() + "_" + relationship.right() + "_" + join.name();
      names.add(name.toLowerCase(Locale.ROOT));
      losses.add(label + ": another relationship has its name, so it is called " + name);
    }
    ForeignKey key =
        new ForeignKey(
            name,
            forward ? relationship.left() : relationship.right(),
            forward ? relationship.right() : relationship.left(),
            forward ? left : right,
            forward ? right : left,
            join.cardinality() == Cardinality.ONE_TO_ONE);
    byJoin.put(join, key);
    all.add(key);
    details(relationship, join, label);
  }

  /** What a foreign key does not say of its join. */
  private void details(Relationship relationship, Join join, String label) {
    if (relationship.joins().size() > 1 && join.isDefault()) {
      losses.add(label + ": that it is the default");
    }
    join.reverseName().ifPresent(name -> losses.add(label + ": its name back, " + name));
    if (!relationship.isReversible()) {
      losses.add(label + ": that it leads one way only");
    }
    if (join.declaredType() != JoinType.LEFT) {
      losses.add(label + ": its join_type");
    }
    if (!join.description().isEmpty() || !relationship.description().isEmpty()) {
      losses.add(label + ": its description");
    }
  }

  /** Whether a condition is nothing but equal columns, which are then added pair by pair. */
  private boolean pairs(
      List<Part> parts, Relationship relationship, List<String> left, List<String> right) {
    int i = 0;
    while (i + 2 < parts.size()) {
      boolean pair =
          parts.get(i) instanceof SideRef one
              && parts.get(i + 1) instanceof Text equal
              && equal.sql().strip().equals("=")
              && parts.get(i + 2) instanceof SideRef other
              && one.side() != other.side()
              && add((SideRef) parts.get(i), relationship, left, right)
              && add((SideRef) parts.get(i + 2), relationship, left, right);
      boolean more =
          i + 3 < parts.size()
              && parts.get(i + 3) instanceof Text and
              && and.sql().strip().equalsIgnoreCase("and");
      if (!pair || !more && i + 3 != parts.size()) {
        return false;
      }
      i += 4;
    }
    return !left.isEmpty() && i > parts.size();
  }

  private boolean add(
      SideRef ref, Relationship relationship, List<String> left, List<String> right) {
    boolean source = ref.side() == Side.SOURCE;
    Entity entity = model.entity(source ? relationship.left() : relationship.right()).orElseThrow();
    Optional<String> column = new OssieColumns(entity).column(ref.name());
    column.ifPresent(found -> (source ? left : right).add(found));
    return column.isPresent();
  }
}
