package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a draft of the blocks of a Data Graph. */
final class SegmentGraph {
  private final SourceText source;
  private final List<HclBlock> file;
  private final LoadOptions options;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<String, SegmentEntity> bySlug = new LinkedHashMap<>();
  private final Map<String, Written> labels = new HashMap<>();

  SegmentGraph(
      SourceText source,
      List<HclBlock> file,
      LoadOptions options,
      Problems problems,
      LeftOut leftOut) {
    this.source = source;
    this.file = file;
    this.options = options;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  ModelDraft read() {
    List<HclBlock> graphs =
        file.stream().filter(b -> b.type().text().equals("data_graph")).toList();
    file.stream().filter(block -> !graphs.contains(block)).forEach(b -> misplaced(b, "the file"));
    if (graphs.isEmpty()) {
      problems.add(
          Rule.GRAPH_BLOCK,
          source.place(0, 0),
          "",
          "the file has no data_graph",
          "put entities and profile into data_graph { … }");
      return new ModelDraft(List.of(), List.of());
    }
    graphs.stream().skip(1).forEach(second -> second(second, graphs.get(0)));
    return graph(graphs.get(0));
  }

  private ModelDraft graph(HclBlock graph) {
    HclAttributes attributes = new HclAttributes(graph, problems);
    SegmentVersion version = SegmentVersion.of(attributes.optional("version"), graph, problems);
    attributes.reportUnknown();
    graph.blocks("entity").forEach(this::entity);
    List<HclBlock> profiles = graph.blocks("profile");
    profiles.stream().skip(1).forEach(second -> second(second, profiles.get(0)));
    graph.blocks().stream()
        .filter(block -> !block.type().text().equals("entity"))
        .filter(block -> !profiles.contains(block))
        .forEach(block -> misplaced(block, "data_graph"));
    PairedJoins joins = new PairedJoins();
    List<EntityDraft> entities = new ArrayList<>();
    SegmentRelationships relationships =
        new SegmentRelationships(bySlug, version, joins, problems, leftOut);
    if (profiles.isEmpty()) {
      problems.add(
          Severity.INFO,
          Rule.GRAPH_BLOCK,
          graph.place(),
          "",
          "the graph has no profile, so its entities are not related",
          "add profile { … } with relationships in it");
    } else {
      SegmentProfile profile = SegmentProfile.of(profiles.get(0), options, problems, leftOut);
      relationships.ofProfile(profiles.get(0), profile);
      profile.draft().ifPresent(entities::add);
    }
    bySlug.values().forEach(entity -> entities.add(entity.draft(aliases(entity))));
    bySlug.values().stream().filter(entity -> !relationships.isUsed(entity)).forEach(this::unused);
    return new ModelDraft(entities, joins.relationships());
  }

  /** The label as SQL can write it, unless something else is called so. */
  private List<Written> aliases(SegmentEntity entity) {
    return entity.label().stream()
        .map(label -> new Written(SqlIdentifiers.of(label.text()), label.place()))
        .filter(alias -> !alias.text().isEmpty() && !alias.text().equals(SegmentProfile.NAME))
        .filter(alias -> bySlug.values().stream().noneMatch(e -> e.name().equals(alias.text())))
        .filter(
            alias ->
                bySlug.values().stream()
                        .flatMap(e -> e.label().stream())
                        .filter(other -> SqlIdentifiers.of(other.text()).equals(alias.text()))
                        .count()
                    == 1)
        .toList();
  }

  private void unused(SegmentEntity entity) {
    problems.add(
        Severity.INFO,
        Rule.GRAPH_BLOCK,
        entity.slug().place(),
        entity.name(),
        "entity " + entity.slug() + " is in no relationship, so it can only be queried by itself",
        "relate it in the profile, or leave it so");
  }

  private void entity(HclBlock block) {
    block.blocks().forEach(inner -> misplaced(inner, block.shown()));
    Optional<Written> slug = label(block);
    HclAttributes attributes = new HclAttributes(block, problems);
    Optional<Written> label = attributes.required("name", "a label");
    Optional<Written> tableRef = attributes.required("table_ref", "DATABASE.SCHEMA.TABLE");
    Optional<Written> key = attributes.required("primary_key", "the column that identifies a row");
    Optional<String> description = attributes.optional("description").map(Written::text);
    attributes.unused("enrichment_enabled").ifPresent(this::enrichment);
    attributes.reportUnknown();
    label.ifPresent(this::uniqueLabel);
    Optional<TableName> table = tableRef.flatMap(this::table);
    if (slug.isEmpty()) {
      return;
    }
    String name = SqlIdentifiers.of(slug.get().text());
    if (isTaken(slug.get(), name)) {
      return;
    }
    if (table.isEmpty() || key.isEmpty()) {
      leftOut.add(Unit.entity(name));
      return;
    }
    ColumnMentions mentions = new ColumnMentions(TableNames.written(table.get()));
    mentions.feature(key.get());
    bySlug.put(
        slug.get().text(),
        new SegmentEntity(
            slug.get(),
            name,
            label,
            description.or(() -> label.map(Written::text)).orElse(""),
            table.get(),
            tableRef.get().place(),
            key.get(),
            mentions));
  }

  private void enrichment(Written attribute) {
    problems.add(
        Severity.INFO,
        Rule.NOT_EXPRESSED,
        attribute.place(),
        "",
        "enrichment_enabled is about Segment's events and changes nothing in queries",
        "");
  }

  /** The slug; if empty, a problem has been added. */
  private Optional<Written> label(HclBlock block) {
    if (block.labels().isEmpty() || SqlIdentifiers.of(block.labels().get(0).text()).isEmpty()) {
      problems.add(
          Rule.GRAPH_BLOCK,
          block.place(),
          "",
          block.type() + " has no slug",
          "write " + block.type() + " \"my-slug\" {");
      return Optional.empty();
    }
    Written slug = block.labels().get(0);
    if (!slug.text().matches("[a-z0-9_-]+")) {
      problems.add(
          Rule.GRAPH_SLUG,
          slug.place(),
          "",
          "the slug "
              + Shown.name(slug.text())
              + " is not in lower case with dashes or underscores",
          "write " + SqlIdentifiers.of(slug.text()).replace('_', '-'));
    }
    return Optional.of(slug);
  }

  private boolean isTaken(Written slug, String name) {
    if (name.equals(SegmentProfile.NAME)) {
      problems.add(
          Rule.DUPLICATE_ENTITY,
          slug.place(),
          name,
          "an entity cannot have the slug profile, which is the name of the profile itself",
          "choose another slug");
      return true;
    }
    Optional<SegmentEntity> earlier =
        bySlug.values().stream().filter(entity -> entity.name().equals(name)).findFirst();
    earlier.ifPresent(
        other ->
            problems.add(
                Rule.DUPLICATE_ENTITY,
                slug.place(),
                name,
                "the slug "
                    + slug
                    + (slug.text().equals(other.slug().text())
                        ? " is that of an entity"
                        : " and the slug "
                            + other.slug()
                            + " of an entity give the same name, "
                            + name
                            + ",")
                    + " at "
                    + other.slug().place(),
                "choose another slug"));
    return earlier.isPresent();
  }

  private void uniqueLabel(Written label) {
    Written earlier = labels.putIfAbsent(Unit.lower(label.text()), label);
    if (earlier != null) {
      problems.add(
          Rule.GRAPH_SLUG,
          label.place(),
          "",
          "a second entity is labelled "
              + Shown.name(label.text())
              + "; the first is at "
              + earlier.place(),
          "give each a label of its own");
    }
  }

  private Optional<TableName> table(Written written) {
    Optional<TableName> table = TableNames.parse(written.text());
    if (table.isEmpty()) {
      problems.add(
          Rule.GRAPH_ATTRIBUTE,
          written.place(),
          "",
          "table_ref " + Shown.name(written.text()) + " is not the name of a table",
          "write DATABASE.SCHEMA.TABLE");
    } else if (table.get().parts().size() < 3) {
      problems.add(
          Severity.WARNING,
          Rule.GRAPH_ATTRIBUTE,
          written.place(),
          "",
          "table_ref "
              + written
              + " has no "
              + (table.get().parts().size() == 1 ? "schema and no " : "")
              + "database, which Segment asks for",
          "write DATABASE.SCHEMA.TABLE");
    }
    return table;
  }

  private void second(HclBlock second, HclBlock first) {
    problems.add(
        Rule.GRAPH_BLOCK,
        second.place(),
        "",
        "there is a second " + second.type() + "; the first is at " + first.place(),
        "move its content to the first");
  }

  private void misplaced(HclBlock block, String where) {
    String type = block.type().text();
    boolean known =
        List.of(
                "data_graph",
                "entity",
                "profile",
                "relationship",
                "external_id",
                "trait",
                "junction_table")
            .contains(type);
    Place place = block.place();
    problems.add(
        known ? Rule.GRAPH_BLOCK : Rule.UNKNOWN_KEY,
        place,
        "",
        known
            ? type + " cannot stand in " + where
            : "there is no block " + Shown.name(type) + " in " + where + "; it is not read",
        known
            ? switch (type) {
              case "entity", "profile" -> "put it into data_graph { … }";
              case "relationship" -> "put it into profile, or into another relationship";
              default -> "put it into a relationship";
            }
            : "remove it"
                + NearestNames.hint(
                    type,
                    List.of(
                        "entity",
                        "profile",
                        "relationship",
                        "external_id",
                        "trait",
                        "junction_table")));
  }
}
