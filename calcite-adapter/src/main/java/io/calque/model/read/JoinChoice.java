package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Direction;
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
   * A join as it can be walked from where the feature is.
   *
   * @param name what it is called in that direction
   */
  record Candidate(String name, Join join, Direction direction) {
    /** A join that is only ever walked forwards. */
    static Candidate forward(Join join) {
      return new Candidate(join.name(), join, Direction.FORWARD);
    }
  }

  /**
   * The join; if empty, a problem has been added.
   *
   * @param candidates those meant by default first
   * @param owners what the joins may be known by where they were left out
   * @param where what has the joins, for messages
   */
  Optional<Candidate> choose(
      Origin origin, List<Candidate> candidates, List<String> owners, String where) {
    return origin.joinName().isPresent()
        ? named(origin.joinName().get(), candidates, owners, where)
        : byDefault(origin, candidates, owners, where);
  }

  private Optional<Candidate> named(
      Written name, List<Candidate> candidates, List<String> owners, String where) {
    Optional<Candidate> join =
        candidates.stream().filter(j -> j.name().equalsIgnoreCase(name.text())).findFirst();
    if (join.isPresent()) {
      return join;
    }
    boolean leftOut =
        owners.stream().anyMatch(owner -> checks.leftOut().contains(Unit.join(owner, name.text())));
    if (leftOut) {
      Dependencies.note(checks.problems(), name.place(), subject, feature, "join " + name);
      return Optional.empty();
    }
    List<String> names = candidates.stream().map(Candidate::name).toList();
    String hint = NearestNames.hint(name.text(), names);
    Optional<Candidate> otherWay =
        candidates.stream()
            .filter(candidate -> otherName(candidate).equalsIgnoreCase(name.text()))
            .findFirst();
    checks
        .problems()
        .add(
            Rule.UNKNOWN_JOIN,
            name.place(),
            subject,
            where + " has no join " + Shown.name(name.text()) + ", which " + feature + " names",
            otherWay
                .map(
                    candidate ->
                        "write join_name: "
                            + candidate.name()
                            + ", as that join is called in this direction")
                .orElse(
                    names.isEmpty()
                        ? "add it under joins:"
                        : "its joins are " + Shown.list(names) + hint));
    return Optional.empty();
  }

  private static String otherName(Candidate candidate) {
    return candidate.join().name(candidate.direction().opposite(), false);
  }

  private Optional<Candidate> byDefault(
      Origin origin, List<Candidate> candidates, List<String> owners, String where) {
    Optional<Candidate> join =
        candidates.stream().filter(candidate -> candidate.join().isDefault()).findFirst();
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
                + String.join(" or ", candidates.stream().map(Candidate::name).toList())
                + ", or mark one of them with default: true");
    return Optional.empty();
  }
}
