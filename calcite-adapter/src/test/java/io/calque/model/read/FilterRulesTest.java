package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.MEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.DataType;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.Filter;
import io.calque.model.Filter.FieldFilter;
import io.calque.model.Filter.Literal;
import io.calque.model.Filter.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters of features: their values, and what can be wrong with them. */
class FilterRulesTest {
  /** A metric feature of a member over loans, with one filter, which begins at column 9. */
  private static ModelFixture loans(String filter) {
    return Library.model()
        .replacing(
            MEMBER,
            "metrics:\n",
            """
              - type: metric
                name: x
                description: ''
                data_type: number
                source: loan
                metric: loans
                filters:
                  - %s
            metrics:
            """
                .formatted(filter));
  }

  /** A field of a book from its table, with one filter. */
  private static ModelFixture column(String filter) {
    return Library.model()
        .replacing(
            BOOK,
            "metrics:\n",
            """
              - type: field
                name: x
                description: ''
                data_type: string
                source: lib.core.books
                field: shelf
                filters:
                  - %s
            metrics:
            """
                .formatted(filter));
  }

  private static FieldFilter filter(ModelFixture.Loaded loaded, String entity) {
    List<Filter> filters =
        entity.equals("member")
            ? ((MetricFeature) loaded.feature(entity, "x")).filters()
            : ((FieldFeature) loaded.feature(entity, "x")).filters();
    return (FieldFilter) filters.get(0);
  }

  @Test
  void valuesHaveTheTypeOfTheFeature() {
    assertEquals(
        List.of(new Literal("007", DataType.STRING)),
        filter(
                loans("{type: field, field: isbn, operator: is, values: [007]}").load().isClean(),
                "member")
            .values());
    assertEquals(
        List.of(
            new Literal("2024-01-01", DataType.DATETIME),
            new Literal("2024-02-01", DataType.DATETIME)),
        filter(
                loans(
                        "{type: field, field: lent, operator: between, values: [2024-01-01,"
                            + " 2024-02-01]}")
                    .load()
                    .isClean(),
                "member")
            .values());
    assertEquals(
        List.of(new Literal("7", DataType.NUMBER)),
        filter(
                loans("{type: field, field: days, operator: lte, values: ['7']}").load().isClean(),
                "member")
            .values());
  }

  @Test
  void valuesForAColumnHaveTheTypeTheyAreWrittenIn() {
    assertEquals(
        List.of(new Literal("12", DataType.NUMBER)),
        filter(
                column("{type: field, field: c, operator: is, values: [12]}").load().isClean(),
                "book")
            .values());
    assertEquals(
        List.of(new Literal("12", DataType.STRING)),
        filter(column("{type: field, field: c, operator: is, values: ['12']}").load(), "book")
            .values());
    assertEquals(
        List.of(new Literal("true", DataType.BOOLEAN)),
        filter(column("{type: field, field: c, operator: is, values: [true]}").load(), "book")
            .values());
    assertEquals(
        List.of(new Literal("no", DataType.STRING)),
        filter(column("{type: field, field: c, operator: is, values: [no]}").load(), "book")
            .values());
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    loans("{type: field, field: days, operator: gt, values: [many]}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:59 error Y15", "many", "no number");
  }

  @Test
  void eachOperatorTakesItsNumberOfValues() {
    loans("{type: field, field: days, operator: gt, values: [1, 2]}")
        .load()
        .reports("entities/member.yml:51:46 error Y15", "takes one value, not 2");
    loans("{type: field, field: days, operator: between, values: [1]}")
        .load()
        .reports("entities/member.yml:51:46 error Y15", "takes two values", "[low, high]");
    loans("{type: field, field: days, operator: is_set, values: [1]}")
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:51:46 warning Y15", "takes no values");
    ModelFixture.Loaded several =
        loans("{type: field, field: days, operator: is_not, values: [1, 2]}")
            .load()
            .hasNoErrors()
            .reports("entities/member.yml:51:46 warning Y15", "none of them");
    assertEquals(2, filter(several, "member").values().size());
  }

  @Test
  void everyOperatorIsRead() {
    for (Operator operator : Operator.values()) {
      String values =
          switch (operator) {
            case BETWEEN -> ", values: [1, 2]";
            case IS_SET, IS_NOT_SET -> "";
            default -> ", values: [1]";
          };
      String word = Unit.lower(operator.name());
      assertEquals(
          operator,
          filter(
                  loans("{type: field, field: days, operator: " + word + values + "}")
                      .load()
                      .isClean(),
                  "member")
              .operator());
    }
  }

  @Test
  void anUnknownOperatorHasTheNearest() {
    loans("{type: field, field: days, operator: isnt, values: [1]}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:46 error Y15", "isnt", "is_not");
  }

  @Test
  void aBrokenFilterTakesItsFeatureWithIt() {
    ModelFixture.Loaded loaded =
        loans("{type: field, operator: is, values: [1]}")
            .load()
            .hasOneError()
            .reports("entities/member.yml:51:9 error Y15", "no field");
    assertEquals(true, loaded.entity("member").feature("x").isEmpty());
  }

  @Test
  void aFilterOnAnEntityNamesItsFeatures() {
    loans("{type: field, field: dys, operator: is, values: [1]}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:30 error Y16", "dys", "days");
    loans("{type: field, field: lent_at, operator: is_set}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:30 error Y37", "a column", "write lent,");
    loans("{type: sql, sql: '{source}.{dys} > 1'}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:27 error Y16", "dys", "days");
  }

  @Test
  void aFilterOnATableNamesItsColumns() {
    Library.model()
        .replacing(
            MEMBER,
            "    source: lib.ref.towns\n",
            "    source: lib.core.members\n    filters: [{type: field, field: joined, operator: is_set}]\n")
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:23:36 warning Y37", "write its column, joined_on");
  }

  @Test
  void aFilterOnlySeesItsSource() {
    loans("{type: sql, sql: '{destination}.{days} > 1'}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:51:27 error C51", "write {source}.{days}");
    loans("{type: sql, sql: '{days} > 1'}")
        .load()
        .reports("entities/member.yml:51:27 error C51", "write {source}.{days}");
  }

  @Test
  void aFilterHasAKnownType() {
    loans("{type: sq, sql: '1 = 1'}").load().reports("entities/member.yml:51:16 error Y15", "sq");
    loans("{type: sql}").load().reports("entities/member.yml:51:9 error Y15", "no sql");
    loans("days > 1").load().reports("entities/member.yml:51:9 error Y15", "should be a map");
  }

  @Test
  void nullIsNoValue() {
    loans("{type: field, field: days, operator: is, values: [null]}")
        .load()
        .reports("entities/member.yml:51:59 error Y15", "is_not_set");
  }
}
