package io.calque.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.bind.Binder;
import io.calque.bind.BoundQuery;
import io.calque.model.read.ModelFixture;
import io.calque.schema.SemanticSchema;
import io.calque.sql.StatementParser;
import io.calque.warehouse.StoredTables.Standing;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseDialect;
import io.calque.warehouse.WarehouseEngines;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When tables of the warehouse are looked at. */
class PreAggregatesTest {
  private static final Standing MISSING = new Standing.Unusable("it is not there");
  private static final Standing PRESENT =
      new Standing.Usable(
          Map.of("day", WarehouseColumn.unknown("day"), "sales", WarehouseColumn.unknown("sales")),
          Map.of());
  private static final WarehouseDialect DUCKDB = WarehouseEngines.dialect("duckdb");
  private static final SemanticSchema SCHEMA =
      new SemanticSchema(
          ModelFixture.files(
                  "entities/sale.yml",
                  """
                  name: sale
                  key_source: shop.main.sales
                  keys: [id]
                  features:
                    - {type: field, name: id, source: shop.main.sales, field: id}
                    - {type: field, name: day, source: shop.main.sales, field: day}
                  metrics:
                    - {name: sales, sql: 'COUNT({id})'}
                  aggregates:
                    - {name: by_day, table: shop.main.sales_by_day, grain: [day], metrics: [sales]}
                  """)
              .with("entities_relationships.yml", "relationships: {}")
              .load()
              .model());

  private final AtomicReference<Standing> standing = new AtomicReference<>(MISSING);
  private final AtomicInteger looks = new AtomicInteger();

  private PreAggregates looking(Duration pause) {
    return new PreAggregates(
        SCHEMA,
        DUCKDB,
        TableNames.asWritten(DUCKDB),
        (name, definition, fingerprint) -> {
          looks.incrementAndGet();
          return standing.get();
        },
        pause);
  }

  private static BoundQuery query(String sql) {
    return new Binder(SCHEMA, DUCKDB.nameRules(), DUCKDB.aggregates().names())
        .bind(StatementParser.parse(sql), SemanticSchema.ENTITIES);
  }

  private static boolean isUsed(PreAggregates tables) {
    return !tables.choose(query("SELECT METRIC('sales') FROM sale")).sources().isEmpty();
  }

  @Test
  void aTableIsLookedAtWhenAQueryFirstFitsIt() {
    standing.set(PRESENT);
    PreAggregates tables = looking(Duration.ZERO);
    tables.choose(query("SELECT id, METRIC('sales') FROM sale GROUP BY id"));
    assertEquals(0, looks.get());
    assertTrue(isUsed(tables));
    assertTrue(isUsed(tables));
    assertFalse(tables.hasLearnt());
    assertEquals(1, looks.get());
  }

  @Test
  void aTableThatIsBuiltLaterIsTakenUp() {
    PreAggregates tables = looking(Duration.ZERO);
    assertFalse(isUsed(tables));
    assertFalse(tables.hasLearnt(), "it is still missing");
    standing.set(PRESENT);
    assertTrue(tables.hasLearnt());
    assertFalse(tables.hasLearnt(), "that is said once");
    assertTrue(isUsed(tables));
  }

  @Test
  void butNotMoreOftenThanOnceInAWhile() {
    PreAggregates tables = looking(Duration.ofDays(1));
    assertFalse(isUsed(tables));
    standing.set(PRESENT);
    assertFalse(tables.hasLearnt());
    assertFalse(isUsed(tables));
    assertEquals(1, looks.get());
  }
}
