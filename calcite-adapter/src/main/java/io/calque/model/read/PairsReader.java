package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.read.JoinDraft.ConditionDraft;
import io.calque.model.read.JoinDraft.FieldsConditionDraft;
import io.calque.model.read.JoinDraft.PairDraft;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions in the older notation: a list of pairs, each with an operator. */
final class PairsReader {
  private final String subject;
  private final Problems problems;

  PairsReader(String subject, Problems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  /** The condition; if empty, a problem has been added. */
  Optional<ConditionDraft> pairs(YamlFields fields, String what, Place place) {
    List<YamlValue> items = fields.items("fields");
    if (items.isEmpty()) {
      if (fields.isEmptyList("fields")) {
        incomplete(
            place,
            what + " has no fields",
            "write it as SQL: {type: sql, sql: '{source}.{…} = {destination}.{…}'}");
      }
      return Optional.empty();
    }
    List<Mapping> maps = merged(items, what);
    List<PairDraft> pairs = new ArrayList<>();
    for (Mapping map : maps) {
      pair(map, what).ifPresent(pairs::add);
    }
    return !maps.isEmpty() && pairs.size() == maps.size()
        ? Optional.of(new FieldsConditionDraft(pairs, pairs.get(0).source().place()))
        : Optional.empty();
  }

  /**
   * The maps of a fields list. Old documents also show each key as an item of its own; consecutive
   * maps of one key are put together until a key repeats.
   */
  private List<Mapping> merged(List<YamlValue> items, String what) {
    List<Mapping> maps = new ArrayList<>();
    List<Entry> loose = new ArrayList<>();
    boolean anyLoose = false;
    for (YamlValue item : items) {
      if (!(item instanceof Mapping map)) {
        problems.add(
            Rule.WRONG_KIND,
            item.place(),
            subject,
            "an item of the fields of " + what + " is " + item.kind() + " and should be a map",
            "write {source: …, destination: …, operator: equal}");
        return List.of();
      }
      if (map.entries().size() != 1) {
        flush(loose, maps);
        maps.add(map);
        continue;
      }
      Entry entry = map.entries().get(0);
      if (loose.stream().anyMatch(other -> other.key().equals(entry.key()))) {
        flush(loose, maps);
      }
      loose.add(entry);
      anyLoose = true;
    }
    flush(loose, maps);
    if (anyLoose) {
      problems.add(
          Severity.WARNING,
          Rule.JOIN_INCOMPLETE,
          items.get(0).place(),
          subject,
          "the fields of " + what + " have each key as an item of its own",
          "write one item: {source: …, destination: …, operator: equal}");
    }
    return maps;
  }

  private static void flush(List<Entry> loose, List<Mapping> maps) {
    if (!loose.isEmpty()) {
      maps.add(new Mapping(loose, loose.get(0).place()));
      loose.clear();
    }
  }

  private Optional<PairDraft> pair(Mapping map, String what) {
    YamlFields fields = new YamlFields(map, "a pair of the fields of " + what, subject, problems);
    Optional<Written> source = fields.word("source").map(PairsReader::bare);
    Optional<Written> destination = fields.word("destination").map(PairsReader::bare);
    Optional<Written> word = fields.word("operator");
    fields.reportUnknown();
    if (source.isEmpty() || destination.isEmpty()) {
      incomplete(
          fields.place(),
          "a pair of the fields of "
              + what
              + " has no "
              + (source.isEmpty() ? "source" : "destination"),
          "write {source: …, destination: …, operator: equal}");
      return Optional.empty();
    }
    if (word.isEmpty()) {
      problems.add(
          Severity.WARNING,
          Rule.UNKNOWN_OPERATOR,
          fields.place(),
          subject,
          "a pair of the fields of " + what + " has no operator; read as equal",
          "add operator: equal");
    }
    Optional<String> operator = Words.joinOperator(word.map(Written::text).orElse("equal"));
    if (operator.isEmpty()) {
      problems.add(
          Rule.UNKNOWN_OPERATOR,
          word.get().place(),
          subject,
          "there is no operator " + Shown.name(word.get().text()),
          "write one of "
              + String.join(", ", Words.JOIN_OPERATORS)
              + NearestNames.hint(word.get().text(), Words.JOIN_OPERATORS));
    }
    return operator.map(sql -> new PairDraft(source.get(), sql, destination.get()));
  }

  /** The name, without braces that do not belong in this notation. */
  private static Written bare(Written name) {
    String text = name.text();
    return text.startsWith("{") && text.endsWith("}")
        ? new Written(text.substring(1, text.length() - 1).strip(), name.place())
        : name;
  }

  private void incomplete(Place place, String message, String remedy) {
    problems.add(Rule.JOIN_INCOMPLETE, place, subject, message, remedy);
  }
}
