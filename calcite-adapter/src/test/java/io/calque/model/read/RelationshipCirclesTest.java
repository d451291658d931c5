package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Relationships that lead from an entity back to itself by way of others. */
class RelationshipCirclesTest {
  private static ModelFixture entities(String... names) {
    ModelFixture model = ModelFixture.empty();
    for (String name : names) {
      model =
          model.with(
              "entities/" + name + ".yml",
              """
              name: %1$s
              description: One of some
              key_source: db.core.%1$s_table
              keys: [id]
              features:
                - {type: field, name: id, description: '', data_type: number, source: db.core.%1$s_table, field: id}
              """
                  .formatted(name));
    }
    return model;
  }

  private static String direct(String key) {
    return """
          %s:
            relationship: one_to_many
            description: ''
            joins:
              - {name: j, type: sql, sql: '{source}.{id} = {destination}.{id}'}
        """
        .formatted(key)
        .indent(0);
  }

  /** A lookup over one stop. */
  private static String lookup(String key, String stop) {
    return """
          %s:
            relationship: one_to_many
            description: ''
            joins:
              - name: j
                type: lookup
                lookup:
                  - {destination: %s, type: sql, sql: '{source}.{id} = {destination}.{id}'}
                  - {destination: %s, type: sql, sql: '{source}.{id} = {destination}.{id}'}
        """
        .formatted(key, stop, key.substring(key.indexOf('-') + 1));
  }

  private static List<Problem> circles(ModelFixture entities, String... relationships) {
    ModelFixture.Loaded loaded =
        entities
            .with(ModelFixture.RELATIONSHIPS, "relationships:\n" + String.join("", relationships))
            .load()
            .hasNothingWorseThanInfo();
    return RelationshipCircles.in(loaded.model());
  }

  private static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::headline).toList();
  }

  @Test
  void aTriangle() {
    List<Problem> found =
        circles(
            entities("user", "account", "plan"),
            direct("account-user"),
            direct("plan-account"),
            direct("plan-user"));
    assertEquals(
        List.of(
            "entities_relationships.yml:12:3: warning C34: relationships go round in a circle: plan"
                + " -> user -> account -> plan"),
        lines(found));
    assertEquals(
        "plan-user leads from plan to user, and so do plan-account and account-user, perhaps to"
            + " other rows: a query over all of them is refused until it names a join for each; if"
            + " plan-user only shortens the others, make it a lookup over account, else consider"
            + " which way is needed",
        found.get(0).remedy());
  }

  @Test
  void theShortestCircleIsNamed() {
    List<Problem> found =
        circles(
            entities("a", "b", "c", "d"),
            direct("a-b"),
            direct("b-c"),
            direct("c-d"),
            direct("d-a"),
            direct("a-c"));
    assertEquals(
        List.of("d -> a -> b -> c -> d", "a -> c -> b -> a"),
        found.stream().map(p -> p.message().replaceFirst(".*: ", "")).toList());
  }

  @Test
  void aLookupOverRelatedEntitiesOrTheirTablesIsNoCircle() {
    ModelFixture model = entities("user", "account", "plan");
    String[] chain = {direct("account-user"), direct("plan-account")};
    assertEquals(List.of(), circles(model, chain[0], chain[1], lookup("plan-user", "account")));
    assertEquals(
        List.of(),
        circles(model, chain[0], chain[1], lookup("plan-user", "db.core.account_table")));
  }

  @Test
  void aLookupOverABridgeOfItsOwnClosesACircle() {
    List<Problem> found =
        circles(
            entities("user", "account", "plan"),
            direct("account-user"),
            direct("plan-account"),
            lookup("plan-user", "db.core.trials"));
    assertEquals(1, found.size());
  }

  @Test
  void neitherAnEntityWithItselfNorTwoOneWaysAreACircle() {
    assertEquals(
        List.of(),
        circles(
            entities("a", "b"),
            direct("a-a"),
            direct("a-b").replace("description", "reversible: false\n    description"),
            direct("b-a").replace("description", "reversible: false\n    description")));
  }

  /** Each of 12 entities with each other: there are more than a hundred million circles. */
  @Test
  void thereAreNeverMoreThanAPersonReads() {
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "e" + i).toList();
    String all =
        IntStream.range(0, 12)
            .boxed()
            .flatMap(i -> IntStream.range(i + 1, 12).mapToObj(j -> direct("e" + i + "-e" + j)))
            .collect(Collectors.joining());
    List<Problem> found = circles(entities(names.toArray(String[]::new)), all);
    assertEquals(21, found.size());
    assertEquals("35 more relationships close circles", found.get(20).message());
    assertTrue(found.get(20).remedy().endsWith("e10-e11"), found.get(20).remedy());
  }
}
