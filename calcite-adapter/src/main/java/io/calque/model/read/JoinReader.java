package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.JoinType;
import io.calque.model.Place;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.ConditionDraft;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.QueryStopDraft;
import io.calque.model.read.JoinDraft.SqlConditionDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.StopDraft;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what relationships and related sources have in common: a cardinality and joins. */
final class JoinReader {
  private final String subject;
  private final String owner;
  private final Problems problems;
  private final LeftOut leftOut;

  /**
   * @param subject the relationship, or the entity of a related source
   * @param owner what the joins are known by when they are left out
   */
  JoinReader(String subject, String owner, Problems problems, LeftOut leftOut) {
    this.subject = subject;
    this.owner = owner;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** The cardinality; if empty, a problem has been added. */
  Optional<Cardinality> cardinality(YamlFields fields, Place place, String what) {
    Optional<Scalar> text = fields.text("relationship");
    if (text.isEmpty()) {
      problems.add(
          Rule.CARDINALITY,
          place,
          subject,
          what + " does not say how many rows belong together",
          "add relationship: " + String.join(", ", Words.CARDINALITIES));
      return Optional.empty();
    }
    String written = text.get().text();
    Optional<Words.Understood<Cardinality>> cardinality = Words.cardinality(written);
    if (cardinality.isEmpty()) {
      problems.add(
          Rule.CARDINALITY,
          text.get().place(),
          subject,
          "there is no relationship " + Shown.name(written),
          "write one of "
              + String.join(", ", Words.CARDINALITIES)
              + NearestNames.hint(written, Words.CARDINALITIES));
    } else if (!cardinality.get().word().equals(written)) {
      problems.add(
          Rule.LEGACY,
          text.get().place(),
          subject,
          "relationship " + written + " is read as " + cardinality.get().word(),
          "write relationship: " + cardinality.get().word());
    }
    return cardinality.map(Words.Understood::value);
  }

  /** The joins that are sound; none with a problem if there are none at all. */
  List<JoinDraft> joins(YamlFields fields, Place place, String what) {
    Optional<Entry> entry = fields.entry("joins");
    List<YamlValue> items = fields.items("joins");
    if (items.isEmpty() && (entry.isEmpty() || entry.get().value() instanceof Sequence)) {
      problems.add(
          Rule.NO_JOINS,
          place,
          subject,
          what + " has no joins",
          "add\njoins:\n  - name: …\n    type: sql\n    sql: '{source}.{…} = {destination}.{…}'");
    }
    List<JoinDraft> joins = new ArrayList<>();
    for (YamlValue item : items) {
      join(item).ifPresent(joins::add);
    }
    return joins;
  }

  private Optional<JoinDraft> join(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      problems.add(
          Rule.WRONG_KIND,
          item.place(),
          subject,
          "a join is " + item.kind() + " and should be a map",
          "write\n- name: …\n  type: sql\n  sql: '{source}.{…} = {destination}.{…}'");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a join", subject, problems);
    Optional<Written> name = fields.word("name").filter(word -> !word.text().isEmpty());
    Optional<Written> usable =
        name.flatMap(word -> Names.check(word, Rule.RELATIONSHIP_STYLE, subject, problems));
    String description = fields.text("description").map(Scalar::text).map(String::strip).orElse("");
    Optional<Written> reverse = fields.word("reverse_name").filter(word -> !word.text().isEmpty());
    Optional<Written> reverseName =
        reverse.flatMap(word -> Names.check(word, Rule.RELATIONSHIP_STYLE, subject, problems));
    Optional<Cardinality> ownCardinality =
        fields.has("relationship")
            ? cardinality(fields, fields.place(), "a join")
            : Optional.empty();
    Optional<Boolean> marked = fields.flag("default");
    Optional<Optional<JoinType>> joinType = joinType(fields);
    Optional<Body> body = body(fields, name);
    fields.reportUnknown();
    if (body.isEmpty() || joinType.isEmpty() || name.isPresent() && usable.isEmpty()) {
      name.ifPresent(word -> leftOut.add(Unit.join(owner, word.text())));
      if (name.isEmpty() || marked.orElse(false)) {
        leftOut.add(Unit.join(owner, ""));
      }
      return Optional.empty();
    }
    return Optional.of(
        new JoinDraft(
            usable,
            reverseName,
            marked,
            description,
            joinType.get(),
            ownCardinality,
            body.get(),
            fields.place()));
  }

  /** Empty if there is one that is not known. */
  private Optional<Optional<JoinType>> joinType(YamlFields fields) {
    Optional<Scalar> text = fields.text("join_type");
    if (text.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Optional<JoinType> type = Words.joinType(text.get().text());
    if (type.isPresent()) {
      return Optional.of(type);
    }
    problems.add(
        Rule.JOIN_TYPE,
        text.get().place(),
        subject,
        "there is no join_type " + Shown.name(text.get().text()),
        "write one of "
            + String.join(", ", Words.JOIN_TYPES)
            + "; whether the join is sql or a lookup is said by type");
    return Optional.empty();
  }

  private Optional<Body> body(YamlFields fields, Optional<Written> name) {
    String what = name.map(word -> "join " + word).orElse("a join without name");
    Place place = name.map(Written::place).orElse(fields.place());
    Optional<String> type = type(fields, List.of("sql", "lookup", "fields"), what, place);
    fields.ignore("sql", "lookup", "fields");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return type.get().equals("lookup")
        ? lookup(fields, what, place)
        : condition(fields, type.get(), what, place).map(DirectDraft::new);
  }

  private Optional<Body> lookup(YamlFields fields, String what, Place place) {
    List<YamlValue> items = fields.items("lookup");
    if (items.isEmpty()) {
      if (fields.isEmptyList("lookup")) {
        incomplete(
            place,
            what + " is a lookup and has no steps",
            "add\nlookup:\n  - {destination: …, type: sql, sql: '{source}.{…} ="
                + " {destination}.{…}'}");
      }
      return Optional.empty();
    }
    List<StepDraft> steps = new ArrayList<>();
    for (YamlValue item : items) {
      step(item, what).ifPresent(steps::add);
    }
    return steps.size() == items.size() ? Optional.of(new LookupDraft(steps)) : Optional.empty();
  }

  private Optional<StepDraft> step(YamlValue item, String what) {
    if (!(item instanceof Mapping map)) {
      problems.add(
          Rule.WRONG_KIND,
          item.place(),
          subject,
          "a step of " + what + " is " + item.kind() + " and should be a map",
          "write {destination: …, type: sql, sql: '{source}.{…} = {destination}.{…}'}");
      return Optional.empty();
    }
    String of = "a step of " + what;
    YamlFields fields = new YamlFields(map, of, subject, problems);
    Optional<StopDraft> stop = stop(fields, of);
    if (fields.has("lookup")) {
      incomplete(
          fields.place(),
          of + " has a lookup of its own",
          "write its steps in the outer lookup, one below the other");
      return Optional.empty();
    }
    fields.ignore("sql", "fields", "description");
    Optional<String> type = type(fields, List.of("sql", "fields"), of, fields.place());
    Optional<ConditionDraft> condition =
        type.flatMap(word -> condition(fields, word, of, fields.place()));
    fields.reportUnknown();
    return condition.flatMap(found -> stop.map(where -> new StepDraft(where, found)));
  }

  private Optional<StopDraft> stop(YamlFields fields, String of) {
    Optional<Written> destination =
        fields.word("destination").filter(word -> !word.text().isEmpty());
    Optional<Snippet> query = fields.sql("query");
    if (destination.isPresent() && query.isPresent()) {
      incomplete(fields.place(), of + " has a destination and a query", "keep one of the two");
      return Optional.empty();
    }
    if (query.isPresent()) {
      return new QueryReader(subject, problems)
          .read(query.get(), "the query of " + of)
          .map(QueryStopDraft::new);
    }
    if (destination.isEmpty() && !fields.isUnreadable("query")) {
      incomplete(
          fields.place(),
          of + " has no destination",
          "add destination: a table or entity, or query: SELECT …");
    }
    return destination.map(NamedStopDraft::new);
  }

  /** What the join says it is; where it says nothing, what it has. */
  private Optional<String> type(YamlFields fields, List<String> types, String what, Place place) {
    Optional<Written> type = fields.word("type");
    if (type.isPresent()) {
      String word = Unit.lower(type.get().text());
      if (types.contains(word)) {
        return Optional.of(word);
      }
      incomplete(
          type.get().place(),
          "there is no join type " + Shown.name(type.get().text()),
          "write type: " + String.join(" or ", types.subList(0, types.size() - 1)));
      return Optional.empty();
    }
    List<String> present = types.stream().filter(fields::has).toList();
    if (present.size() == 1) {
      problems.add(
          Severity.WARNING,
          Rule.JOIN_INCOMPLETE,
          place,
          subject,
          what + " has no type; read as " + present.get(0),
          "add type: " + present.get(0));
      return Optional.of(present.get(0));
    }
    incomplete(place, what + " has no type", "add type: " + String.join(" or ", types));
    return Optional.empty();
  }

  private Optional<ConditionDraft> condition(
      YamlFields fields, String type, String what, Place place) {
    if (type.equals("fields")) {
      return new PairsReader(subject, problems).pairs(fields, what, place);
    }
    boolean present = fields.entry("sql").isPresent();
    Optional<Snippet> sql = fields.sql("sql");
    if (sql.isPresent() && !sql.get().text().isBlank()) {
      return sql.map(SqlConditionDraft::new);
    }
    if (!present || sql.isPresent()) {
      problems.add(
          present || fields.has("sql") ? Rule.EMPTY_VALUE : Rule.JOIN_INCOMPLETE,
          place,
          subject,
          what + (fields.has("sql") ? " has an empty sql" : " has no sql"),
          "add sql: '{source}.{…} = {destination}.{…}'");
    }
    return Optional.empty();
  }

  private void incomplete(Place place, String message, String remedy) {
    problems.add(Rule.JOIN_INCOMPLETE, place, subject, message, remedy);
  }
}
