package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Join;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.List;
import java.util.Optional;

/** Finds the join that a feature names, or the default one. */
final class JoinChoice {
  private final Checks checks;
  private final String subject;
  private final String feature;

  /**
   * @param feature as messages name it
   */
  JoinChoice(Checks checks, String subject, String feature) {
    this.checks = checks;
    this.subject = subject;
    this.feature = feature;
  }

  /**
   * The join; if empty, a problem has been added.
   *
   * @param owners what the joins may be known by where they were left out
   * @param where what has the joins, for messages
   */
  Optional<Join> choose(Origin origin, List<Join> joins, List<String> owners, String where) {
    return origin.joinName().isPresent()
        ? named(origin.joinName().get(), joins, owners, where)
        : byDefault(origin, joins, owners, where);
  }

  private Optional<Join> named(Written name, List<Join> joins, List<String> owners, String where) {
    Optional<Join> join =
        joins.stream().filter(j -> j.name().equalsIgnoreCase(name.text())).findFirst();
    if (join.isPresent()) {
      return join;
    }
    boolean leftOut =
        owners.stream().anyMatch(owner -> checks.leftOut().contains(Unit.join(owner, name.text())));
    if (leftOut) {
      Dependencies.note(checks.problems(), name.place(), subject, feature, "join " + name);
      return Optional.empty();
    }
    List<String> names = joins.stream().map(Join::name).toList();
    String hint = NearestNames.hint(name.text(), names);
    checks
        .problems()
        .add(
            Rule.UNKNOWN_JOIN,
            name.place(),
            subject,
            where + " has no join " + Shown.name(name.text()) + ", which " + feature + " names",
            names.isEmpty() ? "add it under joins:" : "its joins are " + Shown.list(names) + hint);
    return Optional.empty();
  }

  private Optional<Join> byDefault(
      Origin origin, List<Join> joins, List<String> owners, String where) {
    Optional<Join> join = joins.stream().filter(Join::isDefault).findFirst();
    if (join.isPresent()) {
      return join;
    }
    if (owners.stream().anyMatch(checks.leftOut()::containsJoinOf)) {
      Dependencies.note(
          checks.problems(), origin.source().place(), subject, feature, "a join of " + where);
      return Optional.empty();
    }
    checks
        .problems()
        .add(
            Rule.AMBIGUOUS_DEFAULT,
            origin.source().place(),
            subject,
            feature + " names no join, and none of " + where + " is the default",
            "add join_name: "
                + String.join(" or ", joins.stream().map(Join::name).toList())
                + ", or mark one of them with default: true");
    return Optional.empty();
  }
}
