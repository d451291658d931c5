package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.TableName;
import io.calque.model.read.DefraRelations.Relation;
import io.calque.model.read.DefraType.EndField;
import io.calque.model.read.DefraType.Field;
import io.calque.model.read.DefraType.ValueField;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the collections and relations of a DefraDB schema into entities and relationships. */
final class DefraDrafts {
  static final String DOCUMENT_ID = "_docID";

  private final List<DefraType> types;
  private final CollectionNaming naming;
  private final Problems problems;

  /** The column that stores a relation, for each end that has one. */
  private final Map<EndField, Written> foreignKeys = new IdentityHashMap<>();

  DefraDrafts(List<DefraType> types, CollectionNaming naming, Problems problems) {
    this.types = types;
    this.naming = naming;
    this.problems = problems;
  }

  ModelDraft model(List<Relation> relations) {
    List<Relation> stored = relations.stream().filter(this::isStored).toList();
    List<EntityDraft> entities =
        types.stream().map(this::entity).flatMap(Optional::stream).toList();
    return new ModelDraft(
        entities, new DefraRelationships(types, stored, foreignKeys, problems).drafts());
  }

  /** Finds the relation's column; if there is none that fits, a problem has been added. */
  private boolean isStored(Relation relation) {
    EndField end = relation.primary();
    String field = end.name().text();
    DefraType owner =
        types.stream().filter(type -> type.name().text().equals(end.owner())).findFirst().get();
    Optional<Field> declared =
        Stream.of(
                naming.foreignKey(field),
                CollectionNaming.NEW_KEYS.replace("{field}", field),
                CollectionNaming.OLD_KEYS.replace("{field}", field))
            .map(owner::field)
            .flatMap(Optional::stream)
            .findFirst();
    if (declared.isPresent() && !(declared.get() instanceof ValueField value && value.isId())) {
      problems.add(
          Rule.RELATION_SIDES,
          declared.get().name().place(),
          end.owner(),
          end.owner()
              + "."
              + declared.get().name()
              + " stores the key of "
              + end.label()
              + ", and is not of type ID",
          "write " + declared.get().name() + ": ID, or rename it");
      return false;
    }
    foreignKeys.put(
        end,
        declared
            .map(Field::name)
            .orElseGet(() -> new Written(naming.foreignKey(field), end.name().place())));
    return true;
  }

  private Optional<EntityDraft> entity(DefraType type) {
    Optional<TableName> table = TableNames.parse(naming.table(type.name().text()));
    if (table.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          type.name().place(),
          type.name().text(),
          naming.table(type.name().text()) + " is not the name of a table",
          "correct the option tables, such as raw.{type}");
      return Optional.empty();
    }
    List<FeatureDraft> features = new ArrayList<>();
    Written key = new Written(DOCUMENT_ID, type.name().place());
    features.add(
        feature(table.get(), key, "The document's identity", Optional.of(DataType.STRING)));
    for (Field field : type.fields()) {
      if (field instanceof ValueField value) {
        features.add(feature(table.get(), value.name(), value.description(), value.dataType()));
      } else if (field instanceof EndField end && isColumn(type, end)) {
        features.add(
            feature(
                table.get(),
                foreignKeys.get(end),
                end.description(),
                Optional.of(DataType.STRING)));
      }
    }
    return Optional.of(
        new EntityDraft(
            type.name(),
            type.description(),
            table.get(),
            type.name().place(),
            false,
            List.of(key),
            features,
            List.of(),
            List.of(),
            List.of()));
  }

  /** Whether an end has a column that the schema does not declare itself. */
  private boolean isColumn(DefraType type, EndField end) {
    return foreignKeys.containsKey(end) && type.field(foreignKeys.get(end).text()).isEmpty();
  }

  private static FeatureDraft feature(
      TableName table, Written name, String description, Optional<DataType> dataType) {
    Origin origin =
        new Origin(
            new Written(TableNames.written(table), name.place()),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new FieldDraft(
        new Head(name, description, dataType, Optional.of(true), name.place()),
        origin,
        Snippet.at(name.text(), name.place()));
  }

  /** The cardinality as it reads from the other end. */
  static Cardinality from(Relation relation, boolean primaryIsLeft) {
    return primaryIsLeft ? relation.cardinality() : relation.cardinality().reversed();
  }
}
