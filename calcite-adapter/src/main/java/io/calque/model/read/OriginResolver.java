package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.Place;
import io.calque.model.TableName;
import io.calque.model.read.CheckedOrigin.OtherEntity;
import io.calque.model.read.CheckedOrigin.OtherTable;
import io.calque.model.read.CheckedOrigin.OwnTable;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.FirstLastDraft;
import io.calque.model.read.FeatureDraft.MetricFeatureDraft;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up the sources and joins that the features of one entity name. */
final class OriginResolver {
  private final Checks checks;
  private final Connections connections;
  private final EntityScope entity;
  private final RelatedSources relatedSources;
  private final Problems problems;

  OriginResolver(
      Checks checks, Connections connections, EntityScope entity, RelatedSources relatedSources) {
    this.checks = checks;
    this.connections = connections;
    this.entity = entity;
    this.relatedSources = relatedSources;
    this.problems = checks.problems();
  }

  /**
   * The origin; if empty, a problem has been added.
   *
   * @param needs takes the join that the origin uses
   */
  Optional<CheckedOrigin> resolve(FeatureDraft feature, Origin origin, Set<Unit> needs) {
    String source = origin.source().text();
    boolean own = entity.isOwnSource(source);
    if (own && feature instanceof FieldDraft) {
      unusedJoin(feature, origin);
      return Optional.of(new OwnTable());
    }
    Optional<EntityScope> named = checks.directory().find(source);
    Optional<RelatedSourceDraft> related = TableNames.parse(source).flatMap(entity::relatedSource);
    if (feature instanceof MetricFeatureDraft && named.isPresent()) {
      return entity(feature, origin, named.get(), needs);
    }
    if (related.isPresent() && !(feature instanceof MetricFeatureDraft)) {
      return table(feature, origin, related.get(), needs);
    }
    if (named.isPresent()) {
      return entity(feature, origin, named.get(), needs);
    }
    unresolved(feature, origin, own || related.isPresent());
    return Optional.empty();
  }

  private void unusedJoin(FeatureDraft feature, Origin origin) {
    origin
        .joinName()
        .ifPresent(
            name ->
                problems.add(
                    Severity.WARNING,
                    Rule.UNKNOWN_JOIN,
                    name.place(),
                    entity.name(),
                    feature.name() + " reads the key_source, which needs no join",
                    "remove join_name"));
  }

  private void unresolved(FeatureDraft feature, Origin origin, boolean isTable) {
    String source = origin.source().text();
    Place place = origin.source().place();
    boolean known =
        checks.leftOut().contains(Unit.entity(source))
            || checks
                .leftOut()
                .contains(Unit.relationship(Unit.relatedSource(entity.name(), source)));
    if (known) {
      Dependencies.note(problems, place, entity.name(), label(feature), "source " + source);
    } else if (feature instanceof MetricFeatureDraft metric && (isTable || source.contains("."))) {
      problems.add(
          Rule.UNKNOWN_METRIC,
          place,
          entity.name(),
          source + " is a table, and only entities have metrics such as " + metric.metric(),
          checks
              .directory()
              .ofTable(source)
              .map(scope -> "write source: " + scope.name() + ", the entity of that table")
              .orElse(
                  "make an entity of the table:\nname: …\nkey_source: "
                      + source
                      + "\nkeys: […]\nmetrics:\n  - {name: "
                      + metric.metric()
                      + ", sql: …}"));
    } else if (isTable && feature instanceof FirstLastDraft) {
      problems.add(
          Rule.UNKNOWN_SOURCE,
          place,
          entity.name(),
          label(feature)
              + " picks from the entity's own table, which has one row for each "
              + entity.name(),
          "use type: field, or name a related source or a related entity");
    } else {
      unknownSource(feature, source, place);
    }
  }

  private void unknownSource(FeatureDraft feature, String source, Place place) {
    List<String> names = new ArrayList<>();
    names.add(entity.draft().ownSource());
    entity.relatedSources().forEach(related -> names.add(related.table().toString()));
    checks.directory().scopes().forEach(scope -> names.add(scope.name()));
    List<String> near = NearestNames.of(source, names);
    String remedy;
    if (!near.isEmpty()) {
      remedy = "did you mean " + String.join(" or ", near) + "?";
    } else if (source.contains(".")) {
      remedy =
          "declare the table in this file:\nrelated_sources:\n  "
              + source
              + ":\n    relationship: many_to_one\n    joins:\n      - {name: …, type: sql, sql:"
              + " '{source}.{…} = {destination}.{…}'}";
    } else {
      remedy = "add entities/" + source + ".yml, or write the table with its schema";
    }
    problems.add(
        Rule.UNKNOWN_SOURCE,
        place,
        entity.name(),
        "source "
            + Shown.name(source)
            + " of "
            + feature.name()
            + " is neither "
            + (entity.draft().source() instanceof TableName table
                ? "the key_source, " + table
                : "query, the entity's own")
            + ", nor a related source, nor an entity",
        remedy);
  }

  private Optional<CheckedOrigin> table(
      FeatureDraft feature, Origin origin, RelatedSourceDraft source, Set<Unit> needs) {
    String owner = relatedSources.owner(source);
    Optional<Join> join =
        new JoinChoice(checks, entity.name(), label(feature))
            .choose(
                origin,
                relatedSources.joins(source).stream().map(JoinChoice.Candidate::forward).toList(),
                List.of(owner),
                "related source " + source.table())
            .map(JoinChoice.Candidate::join);
    if (join.isEmpty()) {
      return Optional.empty();
    }
    needs.add(Unit.join(owner, join.get().name()));
    if (!fits(feature, join.get().cardinality(), Direction.FORWARD, source.table(), "")) {
      return Optional.empty();
    }
    return Optional.of(new OtherTable(source, join.get().name()));
  }

  private Optional<CheckedOrigin> entity(
      FeatureDraft feature, Origin origin, EntityScope source, Set<Unit> needs) {
    Optional<CheckedRelationship> found = connections.between(entity, source);
    if (found.isEmpty()) {
      new MissingRelationship(checks, connections, entity)
          .report(feature.name(), label(feature), origin.source(), source);
      return Optional.empty();
    }
    CheckedRelationship relationship = found.get();
    List<String> owners =
        List.of(
            relationship.owner(), relationship.right().name() + "-" + relationship.left().name());
    Optional<JoinChoice.Candidate> chosen =
        new JoinChoice(checks, entity.name(), label(feature))
            .choose(
                origin, relationship.from(entity), owners, "relationship " + relationship.owner());
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    Join join = chosen.get().join();
    Direction direction = chosen.get().direction();
    needs.add(Unit.join(relationship.owner(), join.name()));
    boolean couldTurn =
        relationship.isSelf()
            && relationship.draft().reversible()
            && direction == Direction.FORWARD;
    String turned = couldTurn ? "join_name: " + join.name(Direction.REVERSED, true) : "";
    if (!fits(feature, join.cardinality(), direction, source.name(), turned)) {
      return Optional.empty();
    }
    innerJoin(feature, join);
    return Optional.of(new OtherEntity(relationship, join.name(), direction, source));
  }

  private void innerJoin(FeatureDraft feature, Join join) {
    if (join.declaredType() == JoinType.INNER) {
      problems.add(
          Rule.JOIN_TYPE_IN_FEATURES,
          feature.place(),
          entity.name(),
          "join "
              + join.name()
              + " is declared as inner, but a feature keeps all rows of its entity: "
              + feature.name()
              + " is NULL or 0 where nothing is related",
          "write join_type: left, or filter in the query");
    }
  }

  /** Y14, from the owner's direction. A field over a to-many direction would multiply rows. */
  private boolean fits(
      FeatureDraft feature,
      Cardinality cardinality,
      Direction direction,
      Object source,
      String turned) {
    boolean toOne = cardinality.isToOne(direction);
    Cardinality seen = direction == Direction.FORWARD ? cardinality : cardinality.reversed();
    boolean field = feature instanceof FieldDraft;
    if (field == toOne) {
      return true;
    }
    String way = entity.name() + " to " + source + " is " + Words.word(seen);
    problems.add(
        field ? Severity.ERROR : Severity.WARNING,
        Rule.CARDINALITY_MISFIT,
        feature.place(),
        entity.name(),
        field
            ? "field " + feature.name() + " would have several values for a row, because " + way
            : label(feature) + " looks at one row at most, because " + way,
        (turned.isEmpty() ? "" : "for the other direction write " + turned + "; otherwise ")
            + (field
                ? "use type: metric or type: first_last, or correct relationship:"
                : "use type: field, or correct relationship:"));
    return !field;
  }

  private static String label(FeatureDraft feature) {
    String type =
        feature instanceof MetricFeatureDraft
            ? "metric feature "
            : feature instanceof FirstLastDraft ? "first_last feature " : "feature ";
    return type + feature.name();
  }
}
