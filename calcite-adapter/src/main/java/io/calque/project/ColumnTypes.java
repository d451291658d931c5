package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.rewrite.QueryCompiler;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The warehouse's types of columns, asked for many tables at once and kept. Safe for all threads.
 *
 * <p>What shows a table's column as it is has the type that stands in the catalog, which is read
 * whole. For the rest, one question is a query over many tables, which the warehouse describes and
 * nobody runs. If it is refused, it is asked again in halves, down to the column that is to blame;
 * how often is limited, so that a model with thousands of broken entities costs no thousands of
 * questions. What has got no answer is asked again the next time.
 */
public final class ColumnTypes {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnTypes.class);

  /** Tables in one question: the warehouse plans it as one join, whose cost grows faster. */
  private static final int MOST_TABLES = 64;

  /** Columns in one question: PostgreSQL takes 1664. */
  private static final int MOST_COLUMNS = 800;

  /** Refused questions in one go. */
  private static final int MOST_REFUSALS = 200;

  private final QueryCompiler compiler;
  private final Warehouse warehouse;
  private final Map<Asked, WarehouseColumn> known = new ConcurrentHashMap<>();

  /** Columns that the log tells of already. */
  private final Set<Asked> blamed = ConcurrentHashMap.newKeySet();

  /** A column that a type is wanted of. */
  private record Asked(ListedTable table, ListedColumn column) {}

  /** Columns that one SELECT can show together. */
  private record Group(ListedTable table, boolean metrics) {}

  ColumnTypes(QueryCompiler compiler, Warehouse warehouse) {
    this.compiler = compiler;
    this.warehouse = warehouse;
  }

  /**
   * The types of columns of a table, for those that {@link #ask} has found out.
   *
   * @return empty if the warehouse cannot tell
   */
  public Optional<WarehouseColumn> of(ListedTable table, ListedColumn column) {
    return Optional.ofNullable(known.get(new Asked(table, column)));
  }

  /** Finds out the types of all columns of these tables, as far as they are not known yet. */
  public void ask(List<ListedTable> tables) {
    if (unknown(tables).isEmpty()) {
      return;
    }
    Set<ListedTable> absent = lookUp(tables);
    Map<Boolean, List<Asked>> byAbsence =
        unknown(tables).stream()
            .collect(Collectors.partitioningBy(asked -> absent.contains(asked.table())));
    Deque<List<Asked>> open = new ArrayDeque<>();
    batches(byAbsence.get(false)).forEach(open::addLast);
    batches(byAbsence.get(true)).forEach(open::addLast);
    int refusals = 0;
    while (!open.isEmpty()) {
      List<Asked> batch = open.removeFirst();
      if (!isAnswered(batch) && batch.size() > 1 && ++refusals <= MOST_REFUSALS) {
        int middle = batch.size() / 2;
        open.addFirst(batch.subList(middle, batch.size()));
        open.addFirst(batch.subList(0, middle));
      }
    }
  }

  private List<Asked> unknown(List<ListedTable> tables) {
    return tables.stream()
        .flatMap(table -> table.columns().stream().map(column -> new Asked(table, column)))
        .filter(asked -> !known.containsKey(asked))
        .toList();
  }

  /**
   * Looks up in the warehouse's catalog what stands there.
   *
   * @return those that the catalog lacks tables for; none if it cannot be read
   */
  private Set<ListedTable> lookUp(List<ListedTable> tables) {
    try {
      for (Asked asked : unknown(tables)) {
        inCatalog(asked).filter(WarehouseColumn::isKnown).ifPresent(type -> known.put(asked, type));
      }
      return tables.stream()
          .filter(table -> !table.sources().stream().allMatch(warehouse::hasTable))
          .collect(Collectors.toSet());
    } catch (CalqueException e) {
      LOG.warn("Which tables the warehouse has is not known: {}", e.reason());
      return Set.of();
    }
  }

  private Optional<WarehouseColumn> inCatalog(Asked asked) {
    return asked
        .column()
        .stored()
        .flatMap(stored -> warehouse.catalogColumn(stored.table(), stored.column()));
  }

  private static List<List<Asked>> batches(List<Asked> all) {
    List<List<Asked>> batches = new ArrayList<>();
    List<Asked> batch = new ArrayList<>();
    int tables = 0;
    ListedTable last = null;
    for (Asked asked : all) {
      boolean another = asked.table() != last;
      if (batch.size() >= MOST_COLUMNS || another && tables >= MOST_TABLES) {
        batches.add(batch);
        batch = new ArrayList<>();
        tables = 0;
      }
      tables += another || batch.isEmpty() ? 1 : 0;
      batch.add(asked);
      last = asked.table();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private boolean isAnswered(List<Asked> batch) {
    Map<Group, List<Asked>> groups =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    asked -> new Group(asked.table(), asked.column().isMetric()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    try {
      List<String> relations = new ArrayList<>();
      for (Map.Entry<Group, List<Asked>> group : groups.entrySet()) {
        relations.add("(" + sql(group.getValue()) + ") AS e" + relations.size());
      }
      List<WarehouseColumn> types =
          warehouse
              .describeOnce("SELECT * FROM " + String.join(", ", relations) + " WHERE 1 = 0")
              .columns();
      if (types.size() != batch.size()) {
        return false;
      }
      List<Asked> inOrder = groups.values().stream().flatMap(List::stream).toList();
      for (int i = 0; i < types.size(); i++) {
        WarehouseColumn type = types.get(i);
        known.put(inOrder.get(i), inCatalog(inOrder.get(i)).map(type::asNullableAs).orElse(type));
      }
      return true;
    } catch (SQLException | CalqueException e) {
      LOG.debug("The types of {} columns are not known", batch.size(), e);
      if (batch.size() == 1 && blamed.add(batch.get(0))) {
        LOG.warn(
            "The type of {}.{} is what the model declares: {}",
            batch.get(0).table().name(),
            batch.get(0).column().name(),
            e.getMessage());
      }
      return false;
    }
  }

  private static String cast(ListedColumn column) {
    return "CAST(NULL AS " + column.cast().orElseThrow() + ") AS " + Project.quoted(column.name());
  }

  /** A query with exactly these columns; of what the model itself is made of, without its rows. */
  private String sql(List<Asked> columns) {
    if (columns.stream().allMatch(asked -> asked.column().cast().isPresent())) {
      return columns.stream()
          .map(asked -> cast(asked.column()))
          .collect(Collectors.joining(", ", "SELECT ", ""));
    }
    String shown =
        columns.stream().map(asked -> asked.column().sql()).collect(Collectors.joining(", "));
    return compiler.compile("SELECT " + shown + " FROM " + columns.get(0).table().sql()).sql();
  }
}
