package io.calque.cli.data;

import io.calque.cli.data.Finding.Kind;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Place;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether an entity can be read, and whether its key identifies its rows. */
final class EntityCheck {
  private final Asking asking;
  private final Consumer<Finding> findings;

  EntityCheck(Asking asking, Consumer<Finding> findings) {
    this.asking = asking;
    this.findings = findings;
  }

  /**
   * An entity that can be read.
   *
   * @param types the JDBC types of its features, by name in lower case
   * @param isKeySound whether queries see its key, and it identifies its rows
   */
  record Readable(Map<String, Integer> types, boolean isKeySound) {}

  /** Checks an entity; empty if it cannot be read. */
  Optional<Readable> check(Entity entity) {
    List<Feature> features = entity.queryableFeatures();
    Map<String, Integer> types = new HashMap<>();
    try {
      List<Integer> found = asking.types(select(entity, features));
      for (int i = 0; i < features.size(); i++) {
        types.put(features.get(i).name().toLowerCase(Locale.ROOT), found.get(i));
      }
    } catch (SQLException e) {
      findUnreadable(entity, features, e);
      return Optional.empty();
    }
    boolean isKeySound = false;
    try {
      isKeySound = isKeyVisible(entity) && isKeySound(entity);
    } catch (SQLException e) {
      findings.accept(notChecked(entity.place(), "the key of " + entity.name(), e));
    }
    return Optional.of(new Readable(types, isKeySound));
  }

  static boolean isKeyVisible(Entity entity) {
    return !entity.keys().isEmpty()
        && entity.keys().stream()
            .allMatch(key -> entity.feature(key).filter(f -> f.info().queryable()).isPresent());
  }

  static Finding notChecked(Place place, String what, SQLException e) {
    return new Finding(
        Kind.NOT_CHECKED, place, what + " could not be checked", firstLine(e.getMessage()));
  }

  static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static String select(Entity entity, List<Feature> features) {
    return "SELECT %s FROM %s e"
        .formatted(
            Asking.columns("e", features.stream().map(Feature::name).toList()),
            Asking.quoted(entity.name()));
  }

  /** Each feature by itself, so that all that fail are told, and each at its place. */
  private void findUnreadable(Entity entity, List<Feature> features, SQLException whole) {
    boolean isFound = false;
    for (Feature feature : features) {
      try {
        asking.types(select(entity, List.of(feature)));
      } catch (SQLException e) {
        isFound = true;
        findings.accept(
            new Finding(
                Kind.UNREADABLE,
                feature.info().place(),
                "%s.%s cannot be read".formatted(entity.name(), feature.name()),
                firstLine(e.getMessage())));
      }
    }
    if (!isFound) {
      findings.accept(
          new Finding(
              Kind.UNREADABLE,
              entity.place(),
              entity.name() + " cannot be read",
              firstLine(whole.getMessage())));
    }
  }

  private boolean isKeySound(Entity entity) throws SQLException {
    String name = entity.name();
    String noNulls = Asking.allAre("e", entity.keys(), "IS NOT NULL");
    long nulls =
        asking
            .numbers(
                "SELECT COUNT(*) FROM %s e WHERE NOT (%s)".formatted(Asking.quoted(name), noNulls))
            .get(0);
    if (nulls > 0) {
      findings.accept(
          new Finding(
              Kind.NULL_KEY,
              entity.place(),
              "%s of %s without a key".formatted(rows(nulls), name),
              "METRIC counts all of them as one row wherever joins may repeat rows of " + name));
    }
    String keys = Asking.columns("e", entity.keys());
    List<Long> repeated =
        asking.numbers(
            "SELECT COUNT(*), SUM(n - 1) FROM (SELECT COUNT(*) AS n FROM %s e WHERE %s GROUP BY %s HAVING COUNT(*) > 1) d"
                .formatted(Asking.quoted(name), noNulls, keys));
    if (repeated.get(0) > 0) {
      findings.accept(
          new Finding(
              Kind.REPEATED_KEY,
              entity.place(),
              "keys of %s that more than one row has: %,d".formatted(name, repeated.get(0)),
              ("joins to %s repeat the rows on their other side, and METRIC leaves %s out"
                      + " wherever joins may repeat rows of %s")
                  .formatted(name, rows(repeated.get(1)), name)));
    }
    return nulls == 0 && repeated.get(0) == 0;
  }

  static String rows(long count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }
}
