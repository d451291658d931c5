package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Determination;
import io.calque.model.Entity;
import io.calque.model.PreAggregate;
import io.calque.model.PreAggregate.Additivity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model may say of pre-aggregated tables, and what is said of mistakes. */
class PreAggregateRulesTest {
  private static final String VISIT =
      """
      name: visit
      description: A visit
      key_source: zoo.main.visits
      keys: [id]
      features:
        - {type: field, name: id, source: zoo.main.visits, field: id, data_type: number, description: Number}
        - {type: field, name: day, source: zoo.main.visits, field: day, data_type: datetime, description: ''}
        - {type: field, name: guest_id, source: zoo.main.visits, field: guest, data_type: number, description: ''}
        - {type: field, name: paid, source: zoo.main.visits, field: paid, data_type: number, description: ''}
        - {type: field, name: town, source: guest, field: town, data_type: string, description: ''}
        - {type: formula, name: town_code, sql: 'upper({town})', data_type: string, description: ''}
        - {type: formula, name: age, sql: 'CURRENT_DATE - {day}', data_type: number, description: ''}
        - {type: formula, name: is_old, sql: '{age} > 30', data_type: boolean, description: ''}
        - {type: field, name: _raw, source: zoo.main.visits, field: raw, data_type: string, description: ''}
      metrics:
        - {name: visits, description: '', sql: 'COUNT({id})'}
        - {name: income, description: '', sql: 'SUM({paid})'}
        - {name: mean, description: '', sql: "METRIC('income') / METRIC('visits')"}
        - {name: guests, description: '', sql: 'COUNT(DISTINCT {guest_id})'}
        - {name: usual, description: '', sql: 'AVG({paid})'}
        - {name: lately, description: '', sql: 'COUNT(*) FILTER (WHERE {day} > now())'}
      aggregates:
        - name: by_day
          description: For the dashboard
          table: zoo.main.visits_by_day
          grain: [day, town]
          metrics:
            - mean
            - {metric: guests, additivity: semi_additive, not_over: [day]}
      """;
  private static final String GUEST =
      """
      name: guest
      description: A guest
      key_source: zoo.main.guests
      keys: [id]
      features:
        - {type: field, name: id, source: zoo.main.guests, field: id, data_type: number, description: Number}
        - {type: field, name: town, source: zoo.main.guests, field: town, data_type: string, description: ''}
      """;
  private static final String JOINS =
      """
      relationships:
        guest-visit:
          relationship: one_to_many
          description: Who came
          joins:
            - {name: coming, type: sql, sql: '{source}.{id} = {destination}.{guest_id}'}
      """;

  private static ModelFixture zoo() {
    return ModelFixture.files("entities/visit.yml", VISIT)
        .with("entities/guest.yml", GUEST)
        .with(ModelFixture.RELATIONSHIPS, JOINS);
  }

  private static Entity visit() {
    return zoo().load().model().entity("visit").orElseThrow();
  }

  @Test
  void allOfItIsRead() {
    zoo().load().hasNothingWorseThanInfo();
    PreAggregate table = visit().preAggregates().get(0);
    assertEquals("by_day", table.name());
    assertEquals("For the dashboard", table.description());
    assertEquals("zoo.main.visits_by_day", table.table().toString());
    assertEquals(List.of("day", "town"), table.grain());
    assertEquals(
        List.of(
            new PreAggregate.Stored("mean", Optional.empty(), List.of()),
            new PreAggregate.Stored(
                "guests", Optional.of(Additivity.SEMI_ADDITIVE), List.of("day"))),
        table.metrics());
  }

  @Test
  void aRelationshipByOneFeatureDeterminesWhatItLeadsTo() {
    Determination determination = new Determination(visit());
    assertTrue(determination.determines("guest_id", "guest_id"));
    assertTrue(determination.determines("guest_id", "town"));
    assertTrue(determination.determines("guest_id", "town_code"));
    assertFalse(determination.determines("guest_id", "day"));
    assertFalse(determination.determines("town", "guest_id"));
    assertTrue(determination.determines("id", "day"), "a key determines all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grain: [day, town]|grain: [dya]|26:13 error Y7|write one of its features; did you mean day",
        "grain: [day, town]|grain: [day, _raw]|26:18 error Y7|no feature that queries see",
        "grain: [day, town]|grain: [day, day]|26:18 error C71|second column day",
        "grain: [day, town]|grain: [day, is_old]|26:18 error C72|depends on CURRENT_DATE",
        "grain: [day, town]|grain: []|23:5 error C70|has no grain",
        "- mean|- maen|28:9 error Y8|did you mean mean",
        "- mean|- lately|28:9 error C72|depends on now",
        "- mean|- {metric: usual, additivity: additive}|28:18 error C73|cannot be had from that of parts",
        "semi_additive|additive|29:18 error C73|guests has not_over, but is not semi_additive",
        "not_over: [day]|not_over: [town]|29:18 error C73|one guest_id may have several day",
        "', not_over: [day]'|''|29:18 error C73|add not_over: [day]",
        "semi_additive|sometimes|29:38 error C73|write one of additive, semi_additive, none",
        "not_over: [day]|not_over: [guest_id]|29:64 error Y7|not in the grain",
        "zoo.main.visits_by_day|zoo.main.guests|25:12 error C71|what an entity is made from",
        "zoo.main.visits_by_day|a b|25:12 error C70|is not the name of a table",
        "'name: by_day'|'grains: x'|23:5 error C70|has no name",
      })
  void mistakesAreToldWithTheirPlace(String written, String other, String problem, String words) {
    zoo()
        .replacing("entities/visit.yml", written, other)
        .load()
        .reports("entities/visit.yml:" + problem, words);
  }

  @Test
  void whatIsUnsoundIsLeftOutAlone() {
    Entity visit =
        zoo()
            .replacing("entities/visit.yml", "grain: [day, town]", "grain: [dya]")
            .load()
            .model()
            .entity("visit")
            .orElseThrow();
    assertEquals(List.of(), visit.preAggregates());
    assertEquals(6, visit.metrics().size());
  }
}
