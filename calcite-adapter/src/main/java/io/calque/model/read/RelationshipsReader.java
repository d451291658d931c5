package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a relationships file of the native format. */
final class RelationshipsReader {
  private final Problems problems;
  private final LeftOut leftOut;

  RelationshipsReader(Problems problems, LeftOut leftOut) {
    this.problems = problems;
    this.leftOut = leftOut;
  }

  List<RelationshipDraft> read(YamlValue file) {
    if (!(file instanceof Mapping map)) {
      notAMap(file);
      return List.of();
    }
    YamlFields fields = new YamlFields(map, "the relationships file", "", problems);
    Optional<Entry> entry = fields.entry("relationships");
    fields.ignore("version", "description");
    fields.reportUnknown();
    if (!map.has("relationships")) {
      notAMap(file);
      return List.of();
    }
    if (entry.isEmpty()) {
      return List.of();
    }
    if (!(entry.get().value() instanceof Mapping relationships)) {
      notAMap(entry.get().value());
      return List.of();
    }
    List<RelationshipDraft> drafts = new ArrayList<>();
    for (Entry relationship : relationships.entries()) {
      relationship(relationship).ifPresent(drafts::add);
    }
    return drafts;
  }

  private void notAMap(YamlValue value) {
    leftOut.addAllRelationships();
    problems.add(
        Rule.RELATIONSHIPS_NOT_A_MAP,
        value.place(),
        "",
        value instanceof Mapping
            ? "the file has no relationships:"
            : "relationships is " + value.kind() + " and should be a map",
        "write\nrelationships:\n  customer-order:\n    relationship: one_to_many\n    joins:\n"
            + "      - …");
  }

  private Optional<RelationshipDraft> relationship(Entry entry) {
    String key = entry.key().strip();
    String what = "relationship " + Shown.name(key);
    if (entry.value() instanceof Mapping map) {
      YamlFields fields = new YamlFields(map, what, key, problems);
      JoinReader reader = new JoinReader(key, key, problems, leftOut);
      Optional<Cardinality> cardinality = reader.cardinality(fields, entry.place(), what);
      String description =
          fields.text("description").map(Scalar::text).map(String::strip).orElse("");
      List<JoinDraft> joins = reader.joins(fields, entry.place(), what);
      boolean reversible = fields.flag("reversible").orElse(true);
      fields.reportUnknown();
      if (cardinality.isPresent() && !joins.isEmpty()) {
        return Optional.of(
            new RelationshipDraft(
                new Written(key, entry.place()),
                cardinality.get(),
                reversible,
                description,
                joins));
      }
    } else {
      problems.add(
          Rule.WRONG_KIND,
          entry.value().place(),
          key,
          what + " is " + entry.value().kind() + " and should be a map",
          "write\n" + key + ":\n  relationship: one_to_many\n  joins:\n    - …");
    }
    leftOut.add(Unit.relationship(key));
    return Optional.empty();
  }
}
