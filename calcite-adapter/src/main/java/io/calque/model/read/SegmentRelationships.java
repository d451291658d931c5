package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.TableName;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.TableStopDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the tree of relationships below a profile. The parent of a nested relationship is what the
 * one around it relates to; each becomes a relationship of two entities by itself.
 */
final class SegmentRelationships {
  private static final List<String> BLOCKS =
      List.of("external_id", "trait", "junction_table", "relationship");

  private final Map<String, SegmentEntity> bySlug;
  private final SegmentVersion version;
  private final PairedJoins joins;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<String, Written> slugs = new HashMap<>();
  private final Set<SegmentEntity> used = new HashSet<>();

  SegmentRelationships(
      Map<String, SegmentEntity> bySlug,
      SegmentVersion version,
      PairedJoins joins,
      Problems problems,
      LeftOut leftOut) {
    this.bySlug = bySlug;
    this.version = version;
    this.joins = joins;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** A way to connect two ends, with what can be said of it. */
  private record Way(Body body, Cardinality cardinality) {}

  boolean isUsed(SegmentEntity entity) {
    return used.contains(entity);
  }

  void ofProfile(HclBlock block, SegmentProfile profile) {
    for (HclBlock inner : block.blocks()) {
      if (inner.type().text().equals("relationship")) {
        relationship(inner, Optional.of(profile), Optional.empty(), 2);
      } else {
        misplaced(inner, "the profile");
      }
    }
  }

  private void relationship(
      HclBlock block, Optional<SegmentProfile> profile, Optional<SegmentEntity> parent, int depth) {
    Written slug = slug(block);
    if (depth > version.deepest()) {
      problems.add(
          Rule.GRAPH_DEPTH,
          block.place(),
          slug.text(),
          block.shown()
              + " is at depth "
              + depth
              + " of the graph; Segment takes "
              + version.deepest(),
          "Calque has no limit; for Segment, relate it further up");
    }
    HclAttributes attributes = new HclAttributes(block, problems);
    Optional<Written> label = attributes.required("name", "a label");
    Optional<Written> related = attributes.required("related_entity", "the slug of an entity");
    Optional<Written> joinOn = attributes.optional("join_on");
    Optional<String> description = attributes.optional("description").map(Written::text);
    attributes.reportUnknown();
    block.blocks().stream()
        .filter(inner -> !BLOCKS.contains(inner.type().text()))
        .forEach(inner -> misplaced(inner, block.shown()));
    Optional<SegmentEntity> child = related.flatMap(r -> child(r, block));
    child.ifPresent(used::add);
    Optional<Way> way =
        profile.isPresent()
            ? fromProfile(block, profile.get(), child, joinOn)
            : fromEntity(block, slug, parent, child, joinOn);
    if (way.isPresent()) {
      parent.ifPresent(used::add);
      joins.add(
          new Written(parent.map(SegmentEntity::name).orElse(SegmentProfile.NAME), block.place()),
          child.orElseThrow().name(),
          new JoinDraft(
              Optional.of(new Written(SqlIdentifiers.of(slug.text()), slug.place())),
              Optional.empty(),
              Optional.empty(),
              description.or(() -> label.map(Written::text)).orElse(""),
              Optional.empty(),
              Optional.of(way.get().cardinality()),
              way.get().body(),
              block.place()));
    }
    for (HclBlock inner : block.blocks("relationship")) {
      relationship(inner, Optional.empty(), child, depth + 1);
    }
  }

  private Written slug(HclBlock block) {
    boolean hasSlug =
        !block.labels().isEmpty() && !SqlIdentifiers.of(block.labels().get(0).text()).isEmpty();
    if (!hasSlug) {
      problems.add(
          Rule.GRAPH_BLOCK,
          block.place(),
          "",
          "a relationship has no slug",
          "write relationship \"my-slug\" {");
      return new Written("relationship_" + block.place().line(), block.place());
    }
    Written slug = block.labels().get(0);
    if (!slug.text().matches("[a-z0-9_-]+")) {
      problems.add(
          Rule.GRAPH_SLUG,
          slug.place(),
          slug.text(),
          "the slug "
              + Shown.name(slug.text())
              + " is not in lower case with dashes or underscores",
          "write " + SqlIdentifiers.of(slug.text()).replace('_', '-'));
    }
    Written earlier = slugs.putIfAbsent(SqlIdentifiers.of(slug.text()), slug);
    if (earlier != null) {
      problems.add(
          Rule.GRAPH_SLUG,
          slug.place(),
          slug.text(),
          "a second relationship has the slug " + slug + "; the first is at " + earlier.place(),
          "give each a slug of its own");
    }
    return slug;
  }

  private Optional<SegmentEntity> child(Written related, HclBlock block) {
    SegmentEntity entity = bySlug.get(related.text());
    if (entity != null) {
      return Optional.of(entity);
    }
    if (leftOut.contains(Unit.entity(SqlIdentifiers.of(related.text())))) {
      Dependencies.note(
          problems, related.place(), block.shown(), block.shown(), "entity " + related);
      return Optional.empty();
    }
    problems.add(
        Rule.UNKNOWN_END,
        related.place(),
        block.shown(),
        "there is no entity "
            + Shown.name(related.text())
            + ", to which "
            + block.shown()
            + " leads",
        bySlug.isEmpty()
            ? "declare it: entity \"" + related + "\" { … }"
            : "write the slug of an entity" + NearestNames.hint(related.text(), bySlug.keySet()));
    return Optional.empty();
  }

  private Optional<Way> fromProfile(
      HclBlock block,
      SegmentProfile profile,
      Optional<SegmentEntity> child,
      Optional<Written> joinOn) {
    List<HclBlock> ways = new ArrayList<>(block.blocks("external_id"));
    ways.addAll(block.blocks("trait"));
    joinOn.ifPresent(condition -> tooHigh(condition, block, "join_on"));
    block.blocks("junction_table").forEach(j -> tooHigh(j.type(), block, "junction_table"));
    if (ways.size() != 1) {
      exactlyOne(block, "external_id { … } or trait { … }", ways.size());
      return Optional.empty();
    }
    HclBlock way = ways.get(0);
    boolean identifier = way.type().text().equals("external_id");
    HclAttributes attributes = new HclAttributes(way, problems);
    Optional<Written> what =
        identifier ? attributes.required("type", "email") : attributes.required("name", "a trait");
    Optional<Written> column = attributes.required("join_key", "a column of the entity's table");
    attributes.reportUnknown();
    way.blocks().forEach(inner -> misplaced(inner, way.shown()));
    if (what.isEmpty() || column.isEmpty() || child.isEmpty() || !profile.isUsable()) {
      return Optional.empty();
    }
    String key = child.get().mentions().feature(column.get());
    return Optional.of(
        identifier
            ? new Way(
                profile.byIdentifier(what.get(), child.get(), column.get(), key),
                Cardinality.ONE_TO_MANY)
            : new Way(
                profile.byTrait(what.get(), child.get(), column.get(), key),
                Cardinality.MANY_TO_MANY));
  }

  private void tooHigh(Written place, HclBlock block, String what) {
    problems.add(
        Rule.GRAPH_BLOCK,
        place.place(),
        block.shown(),
        what + " cannot relate an entity to the profile",
        "write external_id { … } or trait { … }, or put "
            + block.shown()
            + " into another relationship");
  }

  private Optional<Way> fromEntity(
      HclBlock block,
      Written slug,
      Optional<SegmentEntity> parent,
      Optional<SegmentEntity> child,
      Optional<Written> joinOn) {
    List<HclBlock> junctions = block.blocks("junction_table");
    for (String type : List.of("external_id", "trait")) {
      for (HclBlock inner : block.blocks(type)) {
        problems.add(
            Rule.GRAPH_BLOCK,
            inner.place(),
            block.shown(),
            type + " relates an entity to the profile, and this relationship is between entities",
            "write join_on or junction_table { … }, or put "
                + block.shown()
                + " right into profile");
      }
    }
    int ways = junctions.size() + (joinOn.isPresent() ? 1 : 0);
    if (ways != 1) {
      exactlyOne(block, "join_on = \"…\" or junction_table { … }", ways);
      return Optional.empty();
    }
    if (parent.isEmpty() || child.isEmpty()) {
      return Optional.empty();
    }
    SegmentCondition conditions = new SegmentCondition(bySlug, version, slug.text(), problems);
    return joinOn.isPresent()
        ? conditions
            .between(joinOn.get(), parent.get(), child.get())
            .map(columns -> direct(columns, joinOn.get(), parent.get(), child.get()))
        : junction(junctions.get(0), conditions, parent.get(), child.get());
  }

  private static Way direct(
      SegmentCondition.Columns columns, Written joinOn, SegmentEntity parent, SegmentEntity child) {
    return new Way(
        new DirectDraft(
            ConditionParts.equal(
                parent.mentions().feature(columns.first()),
                child.mentions().feature(columns.second()),
                joinOn.place())),
        Cardinality.ONE_TO_MANY);
  }

  private Optional<Way> junction(
      HclBlock junction, SegmentCondition conditions, SegmentEntity parent, SegmentEntity child) {
    HclAttributes attributes = new HclAttributes(junction, problems);
    Optional<Written> tableRef = attributes.required("table_ref", "DATABASE.SCHEMA.TABLE");
    attributes.required("primary_key", "the column that identifies a row");
    Optional<Written> left =
        attributes.required("left_join_on", parent.slug() + ".COLUMN = JUNCTION_COLUMN");
    Optional<Written> right =
        attributes.required("right_join_on", "JUNCTION_COLUMN = " + child.slug() + ".COLUMN");
    attributes.reportUnknown();
    junction.blocks().forEach(inner -> misplaced(inner, junction.shown()));
    Optional<TableName> table = tableRef.flatMap(t -> TableNames.parse(t.text()));
    if (tableRef.isPresent() && table.isEmpty()) {
      problems.add(
          Rule.GRAPH_ATTRIBUTE,
          tableRef.get().place(),
          "",
          "table_ref " + Shown.name(tableRef.get().text()) + " is not the name of a table",
          "write DATABASE.SCHEMA.TABLE");
    }
    Optional<SegmentCondition.Columns> one =
        left.flatMap(condition -> conditions.withJunction(condition, parent, true));
    Optional<SegmentCondition.Columns> other =
        right.flatMap(condition -> conditions.withJunction(condition, child, false));
    if (table.isEmpty() || one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Written end = new Written(child.name(), right.get().place());
    return Optional.of(
        new Way(
            new LookupDraft(
                List.of(
                    new StepDraft(
                        new TableStopDraft(table.get()),
                        ConditionParts.equal(
                            parent.mentions().feature(one.get().first()),
                            one.get().second().text(),
                            left.get().place())),
                    new StepDraft(
                        new NamedStopDraft(end),
                        ConditionParts.equal(
                            other.get().second().text(),
                            child.mentions().feature(other.get().first()),
                            right.get().place())))),
            Cardinality.MANY_TO_MANY));
  }

  private void exactlyOne(HclBlock block, String what, int found) {
    problems.add(
        Rule.GRAPH_BLOCK,
        block.place(),
        block.shown(),
        block.shown()
            + (found == 0
                ? " does not say what it joins by"
                : " says in " + found + " ways what it joins by"),
        found == 0
            ? "add " + what
            : "keep one of " + what + "; for another way write another relationship");
  }

  private void misplaced(HclBlock block, String where) {
    String type = block.type().text();
    problems.add(
        Rule.UNKNOWN_KEY,
        block.place(),
        "",
        "a block " + Shown.name(type) + " has no meaning in " + where + "; it is not read",
        "remove it" + NearestNames.hint(type, BLOCKS));
  }
}
