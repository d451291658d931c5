package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Feature;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.Relationship;
import io.calque.model.read.ModelFixture.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project of Lynk's third generation becomes, and what is said about its mistakes. */
class Lynk3ReaderTest {
  private static final String FOLDER = ".lynk/domains/farm/entities/";
  private static final String COW = FOLDER + "cow/schema.yml";
  private static final String MILKING = FOLDER + "milking/schema.yml";

  private static ModelFixture farm() {
    return ModelFixture.files(".lynk/lynk.yml", "schema_version: \"v2\"\nname: farm\n")
        .with(
            COW,
            """
            identity: farm.main.cows
            keys: [ear_tag]
            features:
              - {name: tag, description: Tag, sql: farm.main.cows.ear_tag, data_type: string}
              - {name: born, description: Birth, sql: farm.main.cows.born_on, data_type: datetime}
              - {name: litres, description: Milk, sql: metric(milking.litres), data_type: number, join_name: cow_to_milking}
            metrics:
              - {name: cows, description: Cows, sql: COUNT(cow.tag), data_type: number}
            entity_relationships:
              - name: cow_to_milking
                description: Milkings
                entity: milking
                cardinality: one_to_many
                steps:
                  - {target: milking, join_type: left, sql: cow.tag = milking.tag}
            """)
        .with(
            MILKING,
            """
            identity: farm.main.milkings
            keys: [id]
            features:
              - {name: tag, description: Cow, sql: farm.main.milkings.ear_tag, data_type: string}
              - {name: amount, description: Litres, sql: farm.main.milkings.litres, data_type: number}
            metrics:
              - {name: litres, description: Litres, sql: SUM(milking.amount), data_type: number}
            """);
  }

  private static Loaded cow(String piece, String other) {
    return farm().replacing(COW, piece, other).load();
  }

  /** The farm with another SQL for the birth of a cow. */
  private static Loaded sql(String sql) {
    return cow("sql: farm.main.cows.born_on", "sql: '" + sql.replace("'", "''") + "'");
  }

  @Test
  void aProjectOfTheThirdGeneration() {
    Loaded loaded = farm().load();
    loaded.hasNoErrors();
    assertEquals(List.of("tag"), loaded.entity("cow").keys());
    assertEquals(List.of("_column_id"), loaded.entity("milking").keys());
    Relationship milkings = loaded.relationship("cow-milking");
    assertFalse(milkings.isReversible());
    assertEquals("cow_to_milking", milkings.defaultJoin().map(Join::name).orElseThrow());
  }

  @Test
  void oneOfItsFilesStandsForAll() {
    farm().at(".lynk/lynk.yml").load().hasNoErrors().entity("cow");
    farm().at(COW).load().hasNoErrors().entity("milking");
  }

  @Test
  void aSchemaAloneIsOneEntity() {
    farm().without(".lynk/lynk.yml").at(MILKING).load().hasNoErrors().entity("milking");
  }

  @Test
  void offsetsCountFromZero() {
    Loaded loaded =
        cow(
            "sql: metric(milking.litres)",
            "sql: 'last(milking.amount, order_by=milking.tag, offset=2)'");
    loaded.hasNoErrors();
    Feature.FirstLastFeature last = (Feature.FirstLastFeature) loaded.feature("cow", "litres");
    assertEquals(3, last.offset());
    assertEquals("amount", last.field());
  }

  @Test
  void aFilterOfAMetricIsInEachAggregate() {
    Loaded loaded =
        farm()
            .replacing(
                MILKING,
                "sql: SUM(milking.amount)",
                "sql: SUM(milking.amount) / COUNT(*), filter: milking.amount > 0")
            .load()
            .hasNoErrors();
    String sql = loaded.entity("milking").metric("litres").orElseThrow().sql().parts().toString();
    assertEquals(2, sql.split("FILTER", -1).length - 1, sql);
    farm()
        .replacing(COW, "sql: COUNT(cow.tag)", "sql: my_count(cow.tag), filter: cow.tag <> 'x'")
        .load()
        .reports(COW + ":8:69 error Y15", "no aggregate to filter");
  }

  @Test
  void aSingleStepKeepsItsJoinTypeAndAChainIsJoinedInside() {
    Join inner =
        cow("join_type: left", "join_type: inner").relationship("cow-milking").joins().get(0);
    assertEquals(JoinType.INNER, inner.declaredType());
    cow(
            "- {target: milking, join_type: left, sql: cow.tag = milking.tag}",
            "- {target: milking, sql: cow.tag = milking.tag}\n"
                + "      - {target: milking, join_type: inner, sql: milking.amount = milking.amount}")
        .hasNoErrors()
        .reports(COW + ":10:11 warning L02", "joined as inner ones")
        .reports(COW + ":16:50 warning L03", "the first name is taken");
    cow("join_type: left", "join_type: right")
        .reports(COW + ":15:38 error C30", "no join_type right", "full_outer");
  }

  @Test
  void namesAreToldApartByTheirWords() {
    sql("milking.amount")
        .hasOneError()
        .reports(COW + ":5:44 error Y13", "no join_name leads there");
    sql("main.cows.born_on").hasOneError().reports(COW + ":5:44 error Y13", "three words");
    sql("{born}").reports(COW + ":5:44 error C51", "no braces", "entity.born");
    sql("metric(cows)")
        .hasOneError()
        .reports(COW + ":5:44 error C54", "metric(entity.metric_name)");
    sql("first(milking.amount)").reports(COW + ":5:44 error Y17", "order_by=");
    sql("cow.brn").hasOneError().reports(COW + ":5:44 error Y7", "brn");
  }

  @Test
  void aJoinNameIsARelationshipOfTheEntity() {
    cow("join_name: cow_to_milking", "join_name: to_milking")
        .hasOneError()
        .reports(COW + ":6:98 error Y19", "no relationship to_milking");
    cow("metric(milking.litres)", "metric(barn.litres)")
        .hasOneError()
        .reports(COW + ":6:44 error Y13", "not where cow_to_milking leads");
    cow("metric(milking.litres)", "metric(milking.liters)")
        .hasOneError()
        .reports(COW + ":6:44 error Y8", "litres");
  }

  @Test
  void aStepComparesItsTwoEnds() {
    cow("sql: cow.tag = milking.tag", "sql: cow.tag = barn.tag")
        .reports(COW + ":15:59 error C23", "barn.tag", "neither of cow");
    cow("target: milking,", "target: barn,")
        .reports(COW + ":15:18 error C25", "should arrive at milking");
    cow("entity: milking", "entity: barn").reports(COW + ":15:18 error C25");
  }

  @Test
  void whatIsMissing() {
    cow("identity: farm.main.cows\n", "").reports(COW + ":1:1 error Y2", "no identity");
    cow("identity: farm.main.cows", "identity: cows").reports(COW + ":1:11 error Y2", "neither");
    cow("keys: [ear_tag]\n", "").reports(COW + ":1:1 error Y2", "no keys");
    cow("    cardinality: one_to_many\n", "").reports(COW + ":10:5 error R3", "no cardinality");
    cow("data_type: datetime", "data_type: date_time").reports(COW + ":5:78 error Y9");
    cow("features:", "feature:").reports(COW + ":3:1 warning C03", "features");
  }

  @Test
  void domainsAreChosen() {
    ModelFixture two =
        farm()
            .with(
                ".lynk/domains/shop/entities/till/schema.yml",
                "identity: s.main.tills\nkeys: [id]\n");
    two.load().hasOneError().reports(".lynk/lynk.yml:1:1 error C09", "several domains");
    two.domain("shop").load().hasNoErrors().entity("till");
    two.domain("shp").load().reports(".lynk/lynk.yml:1:1 error C09", "shop");
    two.with(".lynk/lynk.yml", "schema_version: v2\ntopology: {shared_domain: farm}\n")
        .load()
        .hasNoErrors()
        .entity("cow");
  }

  @Test
  void anExtensionHasOnlyWhatItImports() {
    String shop = ".lynk/domains/shop/entities/cow/schema.yml";
    ModelFixture extended =
        farm()
            .replacing(COW, "sql: farm.main.cows.born_on", "sql: upper(cow.tag)")
            .with(
                shop,
                """
                identity: farm.cow
                imports: {features: [farm.cow.born], metrics: [farm.cow.cows]}
                """)
            .domain("shop");
    Loaded loaded = extended.load().hasNoErrors();
    assertEquals(
        List.of("born"),
        loaded.entity("cow").queryableFeatures().stream().map(Feature::name).toList());
    assertTrue(loaded.entity("cow").metric("cows").isPresent());
    extended
        .replacing(shop, "farm.cow.born", "farm.cow.bron")
        .load()
        .hasOneError()
        .reports(shop + ":2:22 error L01", "farm.cow.bron", "born");
    extended
        .replacing(shop, "identity: farm.cow", "identity: farm.bull")
        .load()
        .hasOneError()
        .reports(shop + ":1:11 error Y13", "no entity of another domain");
  }

  @Test
  void whatIsNotEnabledIsLeftOutAndLeavesOutWhatNeedsIt() {
    farm()
        .with(FOLDER + "milking/ENTITY.md", "---\nname: milking\nenabled: false\n---\nText")
        .load()
        .hasNoErrors()
        .reports(MILKING + ":1:1 info C62", "not enabled")
        .obeys("R7");
  }
}
