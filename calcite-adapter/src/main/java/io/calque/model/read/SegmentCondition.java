package io.calque.model.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads conditions such as {@code account-entity.ID = cart-entity.ACCOUNT_ID}, in which a prefix is
 * an entity's slug or, as in v0.0.6, its label.
 */
final class SegmentCondition {
  private final Map<String, SegmentEntity> bySlug;
  private final SegmentVersion version;
  private final String subject;
  private final Problems problems;

  /**
   * @param subject the relationship that the conditions belong to
   */
  SegmentCondition(
      Map<String, SegmentEntity> bySlug,
      SegmentVersion version,
      String subject,
      Problems problems) {
    this.bySlug = bySlug;
    this.version = version;
    this.subject = subject;
    this.problems = problems;
  }

  /** A side of a condition. */
  private record Operand(Optional<String> prefix, String column) {}

  /** Two columns that are equal, in the order that the caller asked for. */
  record Columns(Written first, Written second) {}

  /** The parent's column, then the child's; if empty, a problem has been added. */
  Optional<Columns> between(Written condition, SegmentEntity parent, SegmentEntity child) {
    String form = parent.slug() + ".COLUMN = " + child.slug() + ".COLUMN";
    Optional<List<Operand>> operands = operands(condition, form);
    if (operands.isEmpty()) {
      return Optional.empty();
    }
    Operand left = operands.get().get(0);
    Operand right = operands.get().get(1);
    if (left.prefix().isEmpty() || right.prefix().isEmpty()) {
      error(condition, "both sides need the entity that they belong to", "write " + form);
      return Optional.empty();
    }
    Optional<SegmentEntity> one = entity(left.prefix().get(), condition, List.of(parent, child));
    Optional<SegmentEntity> other = entity(right.prefix().get(), condition, List.of(parent, child));
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    if (one.get() == other.get() && parent != child) {
      error(condition, "both sides are columns of " + one.get().slug(), "write " + form);
      return Optional.empty();
    }
    boolean swapped = one.get() != parent;
    if (swapped) {
      problems.add(
          Severity.INFO,
          Rule.GRAPH_CONDITION,
          condition.place(),
          subject,
          "the child, " + child.slug() + ", stands on the left",
          "write " + form);
    }
    Written first = new Written(left.column(), condition.place());
    Written second = new Written(right.column(), condition.place());
    return Optional.of(swapped ? new Columns(second, first) : new Columns(first, second));
  }

  /** The entity's column, then the junction's; if empty, a problem has been added. */
  Optional<Columns> withJunction(Written condition, SegmentEntity entity, boolean entityFirst) {
    String own = entity.slug() + ".COLUMN";
    String form = entityFirst ? own + " = JUNCTION_COLUMN" : "JUNCTION_COLUMN = " + own;
    Optional<List<Operand>> operands = operands(condition, form);
    if (operands.isEmpty()) {
      return Optional.empty();
    }
    Operand left = operands.get().get(0);
    Operand right = operands.get().get(1);
    if (left.prefix().isPresent() == right.prefix().isPresent()) {
      error(
          condition,
          left.prefix().isPresent()
              ? "both sides name an entity, so none is the junction's column"
              : "no side names " + entity.slug() + ", so none is its column",
          "write " + form);
      return Optional.empty();
    }
    Operand of = left.prefix().isPresent() ? left : right;
    Operand junction = of == left ? right : left;
    return entity(of.prefix().orElseThrow(), condition, List.of(entity))
        .map(
            found ->
                new Columns(
                    new Written(of.column(), condition.place()),
                    new Written(junction.column(), condition.place())));
  }

  private Optional<List<Operand>> operands(Written condition, String form) {
    String text = condition.text();
    String[] sides = text.split("=", -1);
    List<Operand> operands = new ArrayList<>();
    for (String side : sides) {
      operand(side.strip()).ifPresent(operands::add);
    }
    if (sides.length == 2 && operands.size() == 2) {
      return Optional.of(operands);
    }
    error(
        condition,
        "the condition " + Shown.name(text) + " is not one equality of two columns",
        "write " + form);
    return Optional.empty();
  }

  private static Optional<Operand> operand(String text) {
    int dot = text.lastIndexOf('.');
    Optional<String> prefix =
        dot < 0 ? Optional.empty() : Optional.of(text.substring(0, dot).strip());
    String written = text.substring(dot + 1).strip();
    boolean quoted = written.length() > 2 && written.startsWith("\"") && written.endsWith("\"");
    String column = quoted ? written.substring(1, written.length() - 1) : written;
    boolean odd =
        column.isEmpty()
            || !quoted
                && column
                    .chars()
                    .anyMatch(c -> Character.isWhitespace(c) || "<>!()'\"".indexOf(c) >= 0)
            || prefix.filter(String::isEmpty).isPresent();
    return odd ? Optional.empty() : Optional.of(new Operand(prefix, column));
  }

  private Optional<SegmentEntity> entity(
      String prefix, Written condition, List<SegmentEntity> expected) {
    Optional<SegmentEntity> bySlugOnly =
        bySlug.values().stream()
            .filter(entity -> entity.slug().text().equalsIgnoreCase(prefix))
            .findFirst();
    Optional<SegmentEntity> byLabel =
        bySlug.values().stream()
            .filter(e -> e.label().filter(l -> l.text().equalsIgnoreCase(prefix)).isPresent())
            .findFirst();
    Optional<SegmentEntity> found = bySlugOnly.or(() -> byLabel);
    if (found.isEmpty() || !expected.contains(found.get())) {
      List<String> slugs = expected.stream().map(e -> e.slug().text()).distinct().toList();
      error(
          condition,
          found.isEmpty()
              ? "there is no entity " + Shown.name(prefix)
              : "the condition names "
                  + found.get().slug()
                  + ", which this relationship does not relate",
          "write " + String.join(" or ", slugs) + " before the dot");
      return Optional.empty();
    }
    if (bySlugOnly.isPresent() && byLabel.isPresent() && byLabel.get() != bySlugOnly.get()) {
      problems.add(
          Severity.WARNING,
          Rule.GRAPH_CONDITION,
          condition.place(),
          subject,
          prefix
              + " is the slug of one entity and the label of another, "
              + byLabel.get().slug()
              + "; it is read as the slug",
          "write the slug that is meant");
    } else if (bySlugOnly.isEmpty() && version == SegmentVersion.CURRENT) {
      problems.add(
          Severity.INFO,
          Rule.GRAPH_CONDITION,
          condition.place(),
          subject,
          prefix + " is a label; since v1.0.0 conditions name entities by their slugs",
          "write " + found.get().slug());
    }
    return found;
  }

  private void error(Written condition, String message, String remedy) {
    problems.add(Rule.GRAPH_CONDITION, condition.place(), subject, message, remedy);
  }
}
