package io.calque.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.generated.Query.EntitySource;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.Item;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.NoLink;
import io.calque.generated.Relationship.Cardinality;
import io.calque.generated.Relationship.Hop;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The evaluator that judges Calque, judged by examples small enough to be done in the head. */
class EvaluatorTest {
  private static final Expr COUNT = new Expr.Aggregate(Expr.Kind.COUNT, false, null, null);

  /** Ann and Bob like tea, which is said twice of Ann; nobody likes mud; a dangling bridge row. */
  private static final Model LIKES =
      new Model(
          List.of(
              table("main.people", List.of("id"), row(1L), row(2L), row(3L)),
              table("main.drinks", List.of("id", "price"), row(7L, 10L), row(8L, null)),
              table(
                  "main.likes",
                  List.of("who", "what"),
                  row(1L, 7L),
                  row(1L, 7L),
                  row(2L, 7L),
                  row(3L, 99L))),
          List.of(
              new Entity(
                  "person",
                  "main.people",
                  List.of("id"),
                  List.of(
                      own("id"),
                      new Feature.Metric("drinks", Type.INT, "drink", null, "n", List.of()),
                      new Feature.Metric("worth", Type.INT, "drink", null, "sum", List.of()),
                      new Feature.FirstLast(
                          "dearest", Type.INT, "drink", null, true, "price", "id", 1, List.of())),
                  List.of(new Entity.Metric("n", Type.INT, COUNT)),
                  List.of()),
              new Entity(
                  "drink",
                  "main.drinks",
                  List.of("id"),
                  List.of(own("id"), own("price")),
                  List.of(
                      new Entity.Metric("n", Type.INT, COUNT),
                      new Entity.Metric(
                          "sum",
                          Type.INT,
                          new Expr.Aggregate(
                              Expr.Kind.SUM, false, Expr.column("", "price"), null))),
                  List.of())),
          List.of(
              new Relationship(
                  "person",
                  "drink",
                  Cardinality.MANY_TO_MANY,
                  List.of(
                      new Join(
                          "likes",
                          true,
                          "left",
                          true,
                          List.of(
                              new Hop("main.likes", equal("id", "who")),
                              new Hop("drink", equal("what", "id"))))))));

  private static Feature own(String name) {
    return new Feature.Own(name, Type.INT, name);
  }

  private static Expr equal(String source, String destination) {
    return Expr.call(
        Operator.EQ, Expr.column("source", source), Expr.column("destination", destination));
  }

  private static Object[] row(Object... values) {
    return values;
  }

  private static Table table(String name, List<String> columns, Object[]... rows) {
    List<Row> made = new ArrayList<>();
    for (Object[] values : rows) {
      Map<String, Object> named = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        named.put(columns.get(i), values[i]);
      }
      made.add(new Row(named));
    }
    List<Table.Column> typed = columns.stream().map(c -> new Table.Column(c, Type.INT)).toList();
    return new Table(name, typed, made);
  }

  private static List<List<Object>> joined(Keyword keyword, boolean grouped, Expr... select) {
    List<Item> items =
        Arrays.stream(select).map(e -> new Item(e, Type.INT, "c" + e.hashCode())).toList();
    Query query =
        new Query(
            List.of(
                new FromItem(Keyword.FIRST, new EntitySource("person"), "p", new NoLink()),
                new FromItem(
                    keyword,
                    new EntitySource("drink"),
                    "d",
                    new ModelLink("p", null, ModelLink.Form.DEFAULT, null))),
            null,
            grouped ? new Grouping(Grouping.Kind.ROLLUP, List.of(select[0]), List.of()) : null,
            null,
            null,
            false,
            items,
            List.of());
    return new Answer(new World(LIKES), query, Answer.NOWHERE).rows();
  }

  private static List<Object> list(Object... values) {
    return Arrays.asList(values);
  }

  private static List<Object> features(int person) {
    World world = new World(LIKES);
    Row row = world.rows("person").get(person);
    return list(
        world.value("person", row, "drinks"),
        world.value("person", row, "worth"),
        world.value("person", row, "dearest"));
  }

  @Test
  void aRelatedRowCountsOnceForAFeature() {
    assertEquals(list(1L, 10L, 7L), features(0));
  }

  @Test
  void overNoRowsCountGivesZeroAndSumNull() {
    assertEquals(list(0L, null, null), features(2));
  }

  @Test
  void eachPathIsARowAndADanglingBridgeRowIsNone() {
    Expr person = Expr.column("p", "id");
    Expr drink = Expr.column("d", "id");
    assertEquals(
        List.of(list(1L, 7L), list(1L, 7L), list(2L, 7L), list(3L, null), list(null, 8L)),
        joined(Keyword.FULL, false, person, drink));
  }

  @Test
  void aMetricCountsEachRowOnceInEachGroupAndNullExtendedOnesNot() {
    Expr people = new Expr.MetricCall("p", "n", "", null);
    Expr drinks = new Expr.MetricCall("d", "n", "", null);
    assertEquals(
        List.of(
            list(null, 3L, 2L, 5L),
            list(7L, 2L, 1L, 3L),
            list(null, 1L, 0L, 1L),
            list(8L, 0L, 1L, 1L)),
        joined(Keyword.FULL, true, Expr.column("d", "id"), people, drinks, COUNT));
  }

  @Test
  void unknownIsNeitherTrueNorFalse() {
    Expr unknown = Expr.call(Operator.EQ, Expr.literal(null), Expr.literal(1L));
    Scope nowhere = Answer.NOWHERE;
    assertEquals(null, nowhere.value(Expr.call(Operator.NOT, unknown)));
    assertEquals(false, nowhere.value(unknown.and(Expr.literal(false))));
    assertEquals(true, nowhere.value(Expr.call(Operator.OR, unknown, Expr.literal(true))));
  }
}
