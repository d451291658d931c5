package io.calque.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.Entity;
import io.calque.model.Metric;
import io.calque.model.Place;
import io.calque.model.SqlTemplate;
import io.calque.model.TableName;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.WarehouseEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an aggregate is computed of parts of the rows, and what of the parts. */
class PartialAggregateTest {
  private static final Aggregates DUCKDB = of("duckdb");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUM({x})                       | SUM(part)",
        "sum( {x} * (1 - {y}) )         | SUM(part)",
        "COUNT(*)                       | COALESCE(CAST(SUM(part) AS BIGINT), 0)",
        "COUNT({x})                     | COALESCE(CAST(SUM(part) AS BIGINT), 0)",
        "MIN({x})                       | MIN(part)",
        "MAX(({x} + 1) * 2)             | MAX(part)",
        "BOOL_OR({x} > 0)               | BOOL_OR(part)",
        "SUM({x}) FILTER (WHERE {y} > 0)| SUM(part)"
      })
  void whatIsOfPartsIsOfAllRows(String metric, String ofParts) {
    assertEquals(Optional.of(ofParts), ofParts(metric, DUCKDB));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AVG({x})",
        "COUNT(DISTINCT {x})",
        "SUM(DISTINCT {x})",
        "MIN({x}, 3)",
        "SUM({x} ORDER BY {y})",
        "STRING_AGG({x}, ',')",
        "ARG_MAX({x}, {y})",
        "MEDIAN({x})"
      })
  void othersCannotBeHadFromParts(String metric) {
    assertEquals(Optional.empty(), ofParts(metric, DUCKDB));
  }

  @Test
  void aSumIsHadFromPartsOnlyWhereItsTypeIsThatOfASumOfSums() {
    Aggregates postgres = of("postgresql");
    assertEquals(Optional.empty(), ofParts("SUM({x})", postgres));
    assertEquals(
        Optional.of("COALESCE(CAST(SUM(part) AS BIGINT), 0)"), ofParts("COUNT({x})", postgres));
    Aggregates mySql = of("mysql");
    assertEquals(Optional.empty(), ofParts("COUNT({x})", mySql));
    assertEquals(Optional.of("MAX(part)"), ofParts("MAX({x})", mySql));
  }

  @Test
  void theOwnFilterIsOfRowsAndNotOfParts() {
    PartialAggregate sum = partial("SUM({x}) FILTER (WHERE {y} > 0)", DUCKDB).orElseThrow();
    assertEquals(
        "SUM(part) FILTER (WHERE present)",
        sum.ofParts("part", Rendered.of("present"), DUCKDB).sql());
  }

  @Test
  void whereThereIsNoFilterTheConditionIsACase() {
    Aggregates sqlServer = of("sqlserver");
    PartialAggregate max = partial("MAX({x})", sqlServer).orElseThrow();
    assertEquals(
        "MAX(CASE WHEN present = 1 THEN part END)",
        max.ofParts("part", Rendered.of("present = 1"), sqlServer).sql());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MIN({x})                    | true",
        "BOOL_AND({x} > 0)           | true",
        "COUNT(DISTINCT {x})         | true",
        "AVG( DISTINCT {x})          | true",
        "COUNT({x} IS DISTINCT FROM 1) | false",
        "SUM({x})                    | false",
        "COUNT(*)                    | false",
        "MAX({x}, 2)                 | false"
      })
  void someAreBlindToRepetition(String metric, boolean isBlind) {
    assertEquals(isBlind, PartialAggregate.isBlindToRepetition(call(metric, DUCKDB), DUCKDB));
  }

  private static Optional<String> ofParts(String metric, Aggregates functions) {
    return partial(metric, functions)
        .map(partial -> partial.ofParts("part", Rendered.of(""), functions).sql());
  }

  private static Optional<PartialAggregate> partial(String metric, Aggregates functions) {
    return PartialAggregate.of(call(metric, functions), functions);
  }

  private static AggregateCall call(String sql, Aggregates functions) {
    Place place = new Place("m.yml", 1, 1);
    List<SqlTemplate.Part> parts = new ArrayList<>();
    for (String piece : sql.split("(?=\\{)|(?<=\\})")) {
      parts.add(
          piece.startsWith("{")
              ? new SqlTemplate.FeatureRef(piece.substring(1, piece.length() - 1))
              : new SqlTemplate.Text(piece));
    }
    Metric metric = new Metric("m", "", Optional.empty(), new SqlTemplate(parts, place), place);
    Entity entity =
        new Entity(
            "e",
            "",
            new TableName(List.of("t")),
            List.of(),
            List.of(),
            List.of(metric),
            List.of(),
            List.of(),
            place);
    return MetricExpression.of(metric, entity, functions).aggregates().get(0);
  }

  private static Aggregates of(String dialect) {
    return WarehouseEngines.dialect(dialect).aggregates();
  }
}
