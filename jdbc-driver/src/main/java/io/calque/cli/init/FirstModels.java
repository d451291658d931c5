package io.calque.cli.init;

import io.calque.model.Entity;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.write.ModelNotes;
import io.calque.warehouse.DeclaredTable;
import io.calque.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the first model of a warehouse. */
public final class FirstModels {
  private final Probes probes;
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, List<String>> notes = new LinkedHashMap<>();

  private FirstModels(Probes probes) {
    this.probes = probes;
  }

  /**
   * Looks at tables and their data: a few queries for each table without a declared key, and one
   * for each dozen columns that may refer to another table.
   *
   * @param name what the model is to be called
   * @param step is told what is being looked at
   */
  public static FirstModel of(
      String name, Warehouse warehouse, List<DeclaredTable> tables, Consumer<String> step)
      throws SQLException {
    return new FirstModels(new Probes(warehouse, step)).make(name, tables);
  }

  private FirstModel make(String name, List<DeclaredTable> declared) throws SQLException {
    List<DeclaredTable> nameable = new ArrayList<>();
    for (DeclaredTable table : declared) {
      if (TableNaming.isNameable(table)) {
        nameable.add(table);
      } else {
        leftOut.add(table.name() + ": no quotes can hold its name");
      }
    }
    List<KeyedTable> keyed = new ArrayList<>();
    KeyFinder keys = new KeyFinder(probes);
    for (SourceTable source : TableNaming.name(nameable)) {
      KeyFinder.Found found = keys.find(source);
      keyed.add(new KeyedTable(source, found.key(), found.whyNone()));
    }
    LinkFinder.Found found = LinkFinder.find(keyed, probes);
    List<Junction> junctions = Junction.among(keyed, found.links());
    Set<KeyedTable> bridges = new HashSet<>();
    junctions.forEach(junction -> bridges.add(junction.table()));
    List<KeyedTable> entities = new ArrayList<>();
    for (KeyedTable table : keyed) {
      if (table.key().isPresent() && !bridges.contains(table)) {
        entities.add(table);
      } else if (!bridges.contains(table)) {
        leftOut.add("%s: %s".formatted(table.source().table().name(), table.whyNone()));
      }
    }
    List<Link> links = found.links().stream().filter(l -> entities.contains(l.from())).toList();
    return model(name, entities, links, junctions, found.notTaken());
  }

  private FirstModel model(
      String name,
      List<KeyedTable> tables,
      List<Link> links,
      List<Junction> junctions,
      List<String> notTaken) {
    List<Relationship> relationships = RelationshipDrafts.of(links, junctions, notes);
    EntityDrafts drafts = new EntityDrafts(links, relationships, notes);
    List<Entity> entities = tables.stream().map(drafts::entity).toList();
    List<String> ofRelationships = new ArrayList<>();
    leftOut.forEach(reason -> ofRelationships.add("No entity: " + reason));
    notTaken.forEach(reason -> ofRelationships.add("No relationship: " + reason));
    return new FirstModel(
        new SemanticModel(name, entities, relationships),
        new ModelNotes(
            "a first draft by calque init; what was guessed says so", notes, ofRelationships),
        leftOut,
        summary(tables, links, junctions));
  }

  private List<String> summary(
      List<KeyedTable> tables, List<Link> links, List<Junction> junctions) {
    long declaredKeys = tables.stream().filter(t -> t.key().orElseThrow().isDeclared()).count();
    long declaredLinks = links.stream().filter(Link::isDeclared).count();
    long declaredLookups = junctions.stream().filter(Junction::isDeclared).count();
    return List.of(
        "entities: %d; keys: %d declared, %d guessed"
            .formatted(tables.size(), declaredKeys, tables.size() - declaredKeys),
        "joins: %d declared, %d guessed; lookups: %d declared, %d guessed"
            .formatted(
                declaredLinks,
                links.size() - declaredLinks,
                declaredLookups,
                junctions.size() - declaredLookups),
        "queries asked: %d".formatted(probes.asked()));
  }
}
