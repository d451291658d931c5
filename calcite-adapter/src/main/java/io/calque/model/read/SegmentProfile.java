package io.calque.model.read;

import io.calque.error.CalqueException;
import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.PartsConditionDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.TableStopDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The profile of a Data Graph: the people whom Segment knows, by the tables of Profiles Sync.
 *
 * <p>Where Segment materialises them, a trait is a row of {@code user_traits}; elsewhere it is a
 * column of {@code profile_traits}.
 */
final class SegmentProfile {
  static final String NAME = "profile";

  private static final String KEY = "canonical_segment_id";
  private static final String MERGED = "merged_to";

  private final Place place;
  private final Optional<TableName> folder;
  private final boolean materialized;
  private final LoadOptions options;
  private final Problems problems;
  private final Map<String, Written> traits = new LinkedHashMap<>();

  private SegmentProfile(
      Place place,
      Optional<TableName> folder,
      boolean materialized,
      LoadOptions options,
      Problems problems) {
    this.place = place;
    this.folder = folder;
    this.materialized = materialized;
    this.options = options;
    this.problems = problems;
  }

  /** The profile of a block; without its folder it has no draft, and a problem has been added. */
  static SegmentProfile of(
      HclBlock block, LoadOptions options, Problems problems, LeftOut leftOut) {
    HclAttributes attributes = new HclAttributes(block, problems);
    Optional<Written> written = attributes.required("profile_folder", "DATABASE.SCHEMA");
    Optional<TableName> folder =
        written
            .flatMap(text -> TableNames.parse(text.text()))
            .filter(name -> name.parts().size() < 3);
    if (written.isPresent() && folder.isEmpty()) {
      problems.add(
          Rule.GRAPH_ATTRIBUTE,
          written.get().place(),
          "",
          "profile_folder " + Shown.name(written.get().text()) + " is not the name of a schema",
          "write DATABASE.SCHEMA");
    }
    Optional<Written> old = attributes.optional("materialization");
    Optional<Written> type = attributes.optional("type").or(() -> old);
    boolean materialized = isMaterialized(type, block, problems);
    attributes.reportUnknown();
    if (folder.isEmpty()) {
      leftOut.add(Unit.entity(NAME));
    }
    return new SegmentProfile(block.place(), folder, materialized, options, problems);
  }

  private static boolean isMaterialized(Optional<Written> type, HclBlock block, Problems problems) {
    String known = "\"segment:materialized\" or \"segment:unmaterialized\"";
    if (type.isEmpty()) {
      problems.add(
          Rule.GRAPH_ATTRIBUTE,
          block.place(),
          "",
          "the profile does not say how its tables are materialised",
          "add type = " + known);
      return true;
    }
    String word = Unit.lower(type.get().text()).replaceAll("\\s", "");
    if (!word.equals(type.get().text())) {
      problems.add(
          Severity.INFO,
          Rule.LEGACY,
          type.get().place(),
          "",
          "the type " + Shown.name(type.get().text()) + " is read as " + word,
          "write \"" + word + '"');
    }
    switch (word) {
      case "segment:materialized" -> {
        return true;
      }
      case "segment:unmaterialized", "segment:dbt", "none" -> {
        return false;
      }
      default -> {
        problems.add(
            Rule.GRAPH_ATTRIBUTE,
            type.get().place(),
            "",
            "the type " + Shown.name(type.get().text()) + " of the profile is not known",
            "write " + known);
        return true;
      }
    }
  }

  /** Whether relationships can start here. */
  boolean isUsable() {
    return folder.isPresent();
  }

  /**
   * The way to an entity that has an identifier of the profile in a column.
   *
   * @param key the entity's feature
   */
  LookupDraft byIdentifier(Written type, SegmentEntity entity, Written column, String key) {
    TableName table = table(materialized ? "user_identifiers" : "external_id_mapping");
    PartsConditionDraft first =
        toProfile(type.place())
            .text(" AND ")
            .ref(Side.DESTINATION, materialized ? "type" : "external_id_type")
            .text(" = ")
            .literal(type.text())
            .done();
    String value = materialized ? "value" : "external_id_value";
    return lookup(table, first, entity, ofText(value, entity, column, key));
  }

  /** The way to an entity that has a trait of the profile in a column. */
  LookupDraft byTrait(Written trait, SegmentEntity entity, Written column, String key) {
    traits.putIfAbsent(Unit.lower(trait.text()), trait);
    PartsConditionDraft last =
        materialized
            ? ofText("value", entity, column, key)
            : ConditionParts.equal(trait.text(), key, column.place());
    return lookup(traitTable(), toTrait(trait), entity, last);
  }

  private PartsConditionDraft toTrait(Written trait) {
    ConditionParts condition = toProfile(trait.place()).text(" AND ");
    return materialized
        ? condition.ref(Side.DESTINATION, "name").text(" = ").literal(trait.text()).done()
        : condition.ref(Side.DESTINATION, MERGED).text(" IS NULL").done();
  }

  private static ConditionParts toProfile(Place place) {
    return new ConditionParts(place).ref(Side.SOURCE, KEY).text(" = ").ref(Side.DESTINATION, KEY);
  }

  private static LookupDraft lookup(
      TableName table, PartsConditionDraft first, SegmentEntity entity, PartsConditionDraft last) {
    Written end = new Written(entity.name(), last.place());
    return new LookupDraft(
        List.of(
            new StepDraft(new TableStopDraft(table), first),
            new StepDraft(new NamedStopDraft(end), last)));
  }

  /** Segment's values are texts; a column that is something else is compared as a text. */
  private PartsConditionDraft ofText(
      String value, SegmentEntity entity, Written column, String key) {
    Optional<DataType> type = type(entity, column);
    if (type.isEmpty() || type.get() == DataType.STRING) {
      return ConditionParts.equal(value, key, column.place());
    }
    problems.add(
        Severity.INFO,
        Rule.WAREHOUSE_COLUMNS,
        column.place(),
        entity.name(),
        column
            + " of "
            + entity.source()
            + " is no text, and is compared with Segment's texts as one",
        "");
    return new ConditionParts(column.place())
        .ref(Side.SOURCE, value)
        .text(" = CAST(")
        .ref(Side.DESTINATION, key)
        .text(" AS VARCHAR)")
        .done();
  }

  private Optional<DataType> type(SegmentEntity entity, Written column) {
    try {
      return options.columns().flatMap(c -> c.type(entity.source(), column.text()));
    } catch (CalqueException notKnown) {
      return Optional.empty();
    }
  }

  private TableName table(String name) {
    List<String> parts = new ArrayList<>(folder.orElseThrow().parts());
    parts.add(name);
    return new TableName(parts);
  }

  private TableName traitTable() {
    return table(materialized ? "user_traits" : "profile_traits");
  }

  /** The entity, once all relationships have been read; empty without a folder. */
  Optional<EntityDraft> draft() {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    TableName identifiers = table(materialized ? "user_identifiers" : "external_id_mapping");
    SourceQuery query = new SourceQuery("SELECT DISTINCT " + KEY + " FROM " + sql(identifiers));
    ColumnMentions mentions = new ColumnMentions(EntityDraft.OWN_QUERY);
    Written key = new Written(mentions.feature(new Written(KEY, place)), place);
    List<FeatureDraft> features = new ArrayList<>(mentions.features());
    if (!materialized) {
      columnsOfTraits();
    }
    List<JoinDraft> joins = new ArrayList<>();
    for (Written trait : traits.values()) {
      Written join = materialized ? joinName(trait, joins) : new Written("traits", place);
      if (joins.isEmpty() || materialized) {
        joins.add(join(join, trait));
      }
      String name = SqlIdentifiers.feature(trait.text());
      if (features.stream().noneMatch(feature -> feature.name().equalsIgnoreCase(name))) {
        features.add(feature(trait, name, join));
      }
    }
    if (materialized) {
      onlyMentioned();
    }
    return Optional.of(
        new EntityDraft(
            new Written(NAME, place),
            "Somebody whom Segment knows",
            query,
            place,
            false,
            List.of(key),
            features,
            List.of(),
            joins.isEmpty()
                ? List.of()
                : List.of(
                    new RelatedSourceDraft(
                        traitTable(), Cardinality.ONE_TO_ONE, "Traits of profiles", joins, place)),
            List.of()));
  }

  private void onlyMentioned() {
    problems.add(
        Rule.WAREHOUSE_COLUMNS,
        place,
        NAME,
        "the features of profile are its key and the traits that relationships mention",
        "a trait is a row of " + traitTable() + "; to query another one, relate something by it");
  }

  /** The traits that are columns of the warehouse's table. */
  private void columnsOfTraits() {
    Optional<List<String>> columns;
    try {
      columns = options.columns().flatMap(source -> source.columns(traitTable()));
    } catch (CalqueException e) {
      columns = Optional.empty();
    }
    if (columns.isEmpty()) {
      problems.add(
          Rule.WAREHOUSE_COLUMNS,
          place,
          NAME,
          "the traits of profile are the columns of "
              + traitTable()
              + ", which no warehouse tells; for now it has those that relationships mention",
          "use the model in a project whose warehouse has the table");
      return;
    }
    columns.get().stream()
        .filter(column -> !column.equalsIgnoreCase(KEY) && !column.equalsIgnoreCase(MERGED))
        .filter(column -> TableNames.writtenColumn(column).isPresent())
        .forEach(column -> traits.putIfAbsent(Unit.lower(column), new Written(column, place)));
  }

  private static Written joinName(Written trait, List<JoinDraft> taken) {
    String name = "trait_" + SqlIdentifiers.of(trait.text());
    boolean isTaken =
        taken.stream().anyMatch(j -> j.name().filter(n -> n.text().equals(name)).isPresent());
    return new Written(isTaken ? name + "_" + (taken.size() + 1) : name, trait.place());
  }

  private JoinDraft join(Written name, Written trait) {
    return new JoinDraft(
        Optional.of(name),
        Optional.empty(),
        Optional.of(name.text().equals("traits") || traits.values().iterator().next() == trait),
        "",
        Optional.empty(),
        Optional.empty(),
        new DirectDraft(toTrait(trait)),
        trait.place());
  }

  private FeatureDraft feature(Written trait, String name, Written join) {
    String column = materialized ? "value" : trait.text();
    return new FieldDraft(
        new Head(
            new Written(name, trait.place()),
            "",
            Optional.empty(),
            Optional.of(true),
            trait.place()),
        new Origin(
            new Written(TableNames.written(traitTable()), trait.place()),
            Optional.of(join),
            Optional.empty(),
            List.of()),
        Snippet.at(TableNames.writtenColumn(column).orElse(column), trait.place()));
  }

  /** A name as it stands in a query: quoted only where it could not be read otherwise. */
  private static String sql(TableName table) {
    return table.parts().stream()
        .map(part -> part.matches("[A-Za-z_]\\w*") ? part : '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }
}
