package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Direction;
import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.QueryStopDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.StopDraft;
import io.calque.model.read.JoinDraft.TableStopDraft;
import io.calque.model.read.SignalSmithEntities.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes relationships of SignalSmith's. For each one that is made, SignalSmith adds the reverse by
 * itself; where an export has both, they become one with a name for each direction.
 */
final class SignalSmithRelationships {
  private final SignalSmithEntities entities;
  private final SignalSmithModels models;
  private final Problems problems;
  private final LeftOut leftOut;

  SignalSmithRelationships(
      SignalSmithEntities entities, SignalSmithModels models, Problems problems, LeftOut leftOut) {
    this.entities = entities;
    this.models = models;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** A relationship whose ends and keys exist. */
  private record Found(
      Written name,
      String label,
      Type source,
      Type target,
      Cardinality cardinality,
      String sourceKey,
      String targetKey,
      Optional<Junction> junction,
      JsonObject json) {
    /** Whether the other is this one, seen from the other end. */
    boolean isTwinOf(Found other) {
      return source == other.target
          && target == other.source
          && sourceKey.equals(other.targetKey)
          && targetKey.equals(other.sourceKey)
          && cardinality == other.cardinality.reversed()
          && junction.map(Junction::turned).equals(other.junction);
    }
  }

  /** Where the pairs of a many-to-many relationship stand. */
  private record Junction(Source source, String sourceColumn, String targetColumn) {
    Junction turned() {
      return new Junction(source, targetColumn, sourceColumn);
    }
  }

  List<RelationshipDraft> read(List<JsonObject> all) {
    List<Found> found = all.stream().map(this::found).flatMap(Optional::stream).toList();
    Map<Found, Optional<Found>> twins = new LinkedHashMap<>();
    Set<Found> folded = new HashSet<>();
    for (Found one : found) {
      if (folded.contains(one)) {
        continue;
      }
      Optional<Found> twin =
          found.subList(found.indexOf(one) + 1, found.size()).stream()
              .filter(other -> !folded.contains(other) && one.isTwinOf(other))
              .findFirst();
      twin.ifPresent(folded::add);
      twins.put(one, twin);
    }
    PairedJoins joins = new PairedJoins();
    Map<String, Set<String>> taken = new HashMap<>();
    twins.forEach((one, twin) -> add(one, twin, joins, taken));
    return joins.relationships();
  }

  private Optional<Found> found(JsonObject json) {
    Optional<Written> label = json.text("name", "slug");
    String shown = label.map(Written::text).orElse("a relationship");
    Optional<Written> sourceId = required(json, shown, "source_entity_type_id", "source");
    Optional<Written> targetId = required(json, shown, "target_entity_type_id", "target");
    Optional<Written> sourceKey = required(json, shown, "source_key", "sourceKey");
    Optional<Written> targetKey = required(json, shown, "target_key", "targetKey");
    Optional<Cardinality> cardinality = cardinality(json, shown);
    Optional<Type> source = sourceId.flatMap(id -> entities.find(id, shown));
    Optional<Type> target = targetId.flatMap(id -> entities.find(id, shown));
    String what = label.isPresent() ? '"' + Shown.name(shown) + '"' : shown;
    Optional<String> one =
        source.flatMap(type -> sourceKey.flatMap(key -> entities.find(type, key, what)));
    Optional<String> other =
        target.flatMap(type -> targetKey.flatMap(key -> entities.find(type, key, what)));
    Optional<JsonObject> junctionJson = json.object("junction");
    Optional<Junction> junction = junctionJson.flatMap(j -> junction(j, shown));
    boolean incomplete = junctionJson.isPresent() && junction.isEmpty();
    if (one.isEmpty() || other.isEmpty() || cardinality.isEmpty() || incomplete) {
      source.ifPresent(
          s -> target.ifPresent(t -> leftOut.add(Unit.relationship(s.name() + "-" + t.name()))));
      return Optional.empty();
    }
    String name = label.map(word -> SqlIdentifiers.of(word.text())).orElse("");
    Found found =
        new Found(
            new Written(
                name.isEmpty() ? source.get().name() + "_to_" + target.get().name() : name,
                label.map(Written::place).orElse(json.place())),
            label.map(Written::text).orElse(""),
            source.get(),
            target.get(),
            cardinality.get(),
            one.get(),
            other.get(),
            junction,
            json);
    checkKeys(found);
    return Optional.of(found);
  }

  private Optional<Written> required(JsonObject json, String relationship, String... keys) {
    Optional<Written> text = json.text(keys);
    if (text.isEmpty()) {
      problems.add(
          Rule.JSON_ITEM,
          json.place(),
          relationship,
          relationship + " has no " + keys[0],
          "add \"" + keys[0] + "\": …");
    }
    return text;
  }

  private Optional<Cardinality> cardinality(JsonObject json, String relationship) {
    Optional<Written> type =
        required(json, relationship, "type", "cardinality", "relationship_type");
    Optional<Words.Understood<Cardinality>> understood =
        type.flatMap(word -> Words.cardinality(word.text()));
    if (type.isPresent() && understood.isEmpty()) {
      problems.add(
          Rule.CARDINALITY,
          type.get().place(),
          relationship,
          "there is no type " + Shown.name(type.get().text()) + " of relationships",
          "write one of "
              + String.join(", ", Words.CARDINALITIES)
              + NearestNames.hint(type.get().text(), Words.CARDINALITIES));
    }
    return understood.map(Words.Understood::value);
  }

  private Optional<Junction> junction(JsonObject json, String relationship) {
    Optional<Written> source = required(json, relationship, "source_column");
    Optional<Written> target = required(json, relationship, "target_column");
    Optional<? extends Source> rows;
    if (json.has("model_id")) {
      rows =
          required(json, relationship, "model_id")
              .flatMap(id -> models.model(id, Map.of()))
              .map(r -> r.source());
    } else if (json.has("sql")) {
      rows =
          required(json, relationship, "sql")
              .flatMap(text -> json.snippet("sql"))
              .flatMap(
                  sql ->
                      new QueryReader(relationship, problems)
                          .read(sql, "the junction of " + relationship));
    } else {
      Optional<Written> table = required(json, relationship, "table");
      rows = table.flatMap(name -> TableNames.parse(name.text()));
      if (table.isPresent() && rows.isEmpty()) {
        problems.add(
            Rule.NO_ROWS,
            table.get().place(),
            relationship,
            Shown.name(table.get().text()) + " is not the name of a table",
            "write database.schema.table");
      }
    }
    return rows.isPresent() && source.isPresent() && target.isPresent()
        ? Optional.of(new Junction(rows.get(), source.get().text(), target.get().text()))
        : Optional.empty();
  }

  /** What is "one" is found by its key; anything else may find several. */
  private void checkKeys(Found found) {
    if (found.junction().isPresent()) {
      return;
    }
    if (found.cardinality().isToOne(Direction.FORWARD)) {
      checkKey(found, found.target(), found.targetKey());
    }
    if (found.cardinality().isToOne(Direction.REVERSED)
        && found.cardinality() != Cardinality.ONE_TO_ONE) {
      checkKey(found, found.source(), found.sourceKey());
    }
    Optional<DataType> one = type(found.source(), found.sourceKey());
    Optional<DataType> other = type(found.target(), found.targetKey());
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      problems.add(
          Rule.IMPLAUSIBLE_TYPE,
          found.name().place(),
          found.label(),
          found.source().name()
              + "."
              + found.sourceKey()
              + " is declared as "
              + Unit.lower(one.get().name())
              + ", and "
              + found.target().name()
              + "."
              + found.targetKey()
              + " as "
              + Unit.lower(other.get().name()),
          "compare attributes of one type");
    }
  }

  private void checkKey(Found found, Type type, String key) {
    boolean isKey = type.keys().size() == 1 && type.keys().get(0).text().equalsIgnoreCase(key);
    if (!isKey && !type.keys().isEmpty()) {
      problems.add(
          Rule.ONE_BY_OTHER_KEY,
          found.name().place(),
          found.label(),
          "by its type this relationship leads to one "
              + type.name()
              + ", but "
              + key
              + " is not its primary key",
          "check that " + key + " is unique, or correct the type");
    }
  }

  private static Optional<DataType> type(Type type, String attribute) {
    return Optional.ofNullable(type.attributes().get(Unit.lower(attribute)))
        .flatMap(field -> field.head().dataType());
  }

  private void add(
      Found found, Optional<Found> twin, PairedJoins joins, Map<String, Set<String>> taken) {
    Set<String> names = taken.computeIfAbsent(pair(found), key -> new HashSet<>());
    Written name = unique(found, names);
    Optional<Written> reverseName =
        twin.map(other -> unique(other, names)).filter(other -> !other.text().equals(name.text()));
    joins.add(
        new Written(found.source().name().text(), found.json().place()),
        found.target().name().text(),
        new JoinDraft(
            Optional.of(name),
            reverseName,
            Optional.empty(),
            description(found, twin),
            Optional.empty(),
            Optional.of(found.cardinality()),
            body(found),
            found.json().place()));
  }

  private static String pair(Found found) {
    String one = found.source().name().text();
    String other = found.target().name().text();
    return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
  }

  /** Names of relationships need not be unique; names of joins are, between two entities. */
  private Written unique(Found found, Set<String> taken) {
    String name = found.name().text();
    for (int i = 2; !taken.add(name); i++) {
      name = found.name().text() + "_" + i;
    }
    if (!name.equals(found.name().text())) {
      problems.add(
          Severity.INFO,
          Rule.DUPLICATE_JOIN,
          found.name().place(),
          found.label(),
          "another relationship of these two has that name, so this one is called " + name,
          "give each a name of its own");
    }
    return new Written(name, found.name().place());
  }

  private static String description(Found found, Optional<Found> twin) {
    List<String> parts = new ArrayList<>();
    if (!found.label().isEmpty()) {
      parts.add(found.label());
    }
    twin.map(Found::label).filter(label -> !label.isEmpty()).ifPresent(parts::add);
    String names = String.join("; ", parts);
    String more = found.json().description("description");
    return names.isEmpty() || more.isEmpty() ? names + more : names + ". " + more;
  }

  private static Body body(Found found) {
    if (found.junction().isEmpty()) {
      return new DirectDraft(
          ConditionParts.equal(found.sourceKey(), found.targetKey(), found.json().place()));
    }
    Junction junction = found.junction().get();
    StopDraft bridge =
        junction.source() instanceof TableName table
            ? new TableStopDraft(table)
            : new QueryStopDraft((SourceQuery) junction.source());
    return new LookupDraft(
        List.of(
            new StepDraft(
                bridge,
                ConditionParts.equal(
                    found.sourceKey(), junction.sourceColumn(), found.json().place())),
            new StepDraft(
                new NamedStopDraft(found.target().name()),
                ConditionParts.equal(
                    junction.targetColumn(), found.targetKey(), found.json().place()))));
  }
}
