package io.calque.schema;

import io.calque.model.Entity;
import io.calque.model.Node;
import io.calque.model.SemanticModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The entities of a model as the tables of a Calcite schema. Immutable, safe for all threads. */
public final class SemanticSchema extends AbstractSchema {
  /** The schema that entities are in. */
  public static final String ENTITIES = "entities";

  /** The schema of the pairs that lookups and many-to-many joins bring together. */
  public static final String BRIDGES = "bridges";

  /** The schema of the model itself. */
  public static final String META = "meta";

  /** All schemas, by name. */
  public static final List<String> SCHEMAS = List.of(BRIDGES, ENTITIES, META);

  private final SemanticModel model;
  private final Map<String, EntityTable> tables = new LinkedHashMap<>();
  private final Map<String, EntityTable> tablesByAnyName = new HashMap<>();
  private final List<BridgeTable> bridges;
  private final Set<String> metricNames = new HashSet<>();
  private final Map<Ends, List<SemanticModel.Way>> ways = new HashMap<>();
  private final Map<String, List<String>> neighbours = new HashMap<>();

  private List<MetaTable> metaTables;
  private TableKeys tableKeys;

  private record Ends(String from, String to) {}

  public SemanticSchema(SemanticModel model) {
    this.model = model;
    for (Entity entity : model.entities()) {
      EntityTable table = new EntityTable(entity);
      tables.put(entity.name(), table);
      tablesByAnyName.put(key(entity.name()), table);
      entity.metrics().forEach(metric -> metricNames.add(key(metric.name())));
      entity.aliases().forEach(alias -> tablesByAnyName.put(key(alias), table));
    }
    model
        .relationships()
        .forEach(
            relationship ->
                SemanticModel.waysOf(relationship)
                    .forEach(
                        way -> {
                          Ends ends = new Ends(key(way.from()), key(way.to()));
                          ways.computeIfAbsent(ends, k -> new ArrayList<>()).add(way);
                          neighbours
                              .computeIfAbsent(ends.from(), k -> new ArrayList<>())
                              .add(ends.to());
                        }));
    this.bridges = List.copyOf(BridgeTable.of(this));
  }

  public SemanticModel model() {
    return model;
  }

  /** The pairs that lookups and many-to-many joins bring together, in the model's order. */
  public List<BridgeTable> bridges() {
    return bridges;
  }

  /** The model as tables; made when first asked for, as few queries ask. */
  public synchronized List<MetaTable> metaTables() {
    if (metaTables == null) {
      metaTables = MetaTables.of(this);
    }
    return metaTables;
  }

  /** Whether no two rows of a node have the same values in these features or columns. */
  public boolean isUnique(Node node, Collection<String> names) {
    if (node instanceof Node.TableNode table) {
      return tableKeys().isUnique(table.source(), names);
    }
    List<String> keys = entity(((Node.EntityNode) node).entity()).orElseThrow().entity().keys();
    Set<String> lower = new HashSet<>();
    names.forEach(name -> lower.add(key(name)));
    return !keys.isEmpty() && keys.stream().map(SemanticSchema::key).allMatch(lower::contains);
  }

  /** Made when first asked for, as few queries ask. */
  private synchronized TableKeys tableKeys() {
    if (tableKeys == null) {
      tableKeys = new TableKeys(model);
    }
    return tableKeys;
  }

  /** The entity of that name or alias, whatever the case. */
  public Optional<EntityTable> entity(String name) {
    return Optional.ofNullable(tablesByAnyName.get(key(name)));
  }

  /** Whether any entity has a metric of that name, whatever the case. */
  public boolean hasMetric(String name) {
    return metricNames.contains(key(name));
  }

  /** All entities, in the model's order. */
  public Collection<EntityTable> entities() {
    return List.copyOf(tables.values());
  }

  /**
   * The ways from one entity to another: none, one, or for a self-relationship both directions, the
   * stored one first. Names are entities' own, not aliases.
   */
  public List<SemanticModel.Way> ways(String from, String to) {
    return ways.getOrDefault(new Ends(key(from), key(to)), List.of());
  }

  /** The names of the entities that a relationship leads to from this one, in lower case. */
  public List<String> neighbours(String entity) {
    return neighbours.getOrDefault(key(entity), List.of());
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return Map.copyOf(tables);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
