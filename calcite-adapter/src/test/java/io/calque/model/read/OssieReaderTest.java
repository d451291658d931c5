package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import io.calque.model.read.ModelFixture.Loaded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an Apache Ossie document becomes, and what is said about its mistakes. */
class OssieReaderTest {
  private static final String FILE = "farm.yaml";

  private static final String FARM =
      """
      version: 0.2.0.dev0
      semantic_model:
        - name: farm
          datasets:
            - name: field
              source: farm.main.fields
              primary_key: [no]
              fields:
                - name: no
                  datatype: Integer
                  expression: {dialects: [{dialect: ANSI_SQL, expression: no}]}
                - name: size
                  datatype: Decimal
                  expression: {dialects: [{dialect: ANSI_SQL, expression: hectares}]}
            - name: harvest
              source: farm.main.harvests
              primary_key: [id]
              fields:
                - name: tons
                  datatype: Decimal
                  expression: {dialects: [{dialect: ANSI_SQL, expression: kg / 1000.0}]}
          relationships:
            - {name: harvest_field, from: harvest, to: field, from_columns: [field_no], to_columns: [no]}
          metrics:
            - name: yield_tons
              expression: {dialects: [{dialect: ANSI_SQL, expression: SUM(harvest.tons)}]}
      """;

  private static Loaded farm(String piece, String other) {
    return ModelFixture.files(FILE, FARM).at(FILE).replacing(FILE, piece, other).load();
  }

  private static Loaded metric(String sql) {
    return farm("SUM(harvest.tons)", "'" + sql.replace("'", "''") + "'");
  }

  @Test
  void datasetsFieldsForeignKeysAndMetrics() {
    Loaded loaded = farm("farm", "farm").hasNothingWorseThanInfo();
    assertEquals("farm.main.fields", loaded.entity("field").source().toString());
    assertEquals(List.of("no"), loaded.entity("field").keys());
    assertEquals(Cardinality.MANY_TO_ONE, loaded.relationship("harvest-field").cardinality());
    assertEquals(Optional.of(DataType.NUMBER), loaded.feature("field", "size").info().dataType());
    assertEquals(
        List.of("yield_tons"),
        loaded.entity("harvest").metrics().stream().map(Metric::name).toList());
  }

  @Test
  void versionsOneAndTwoAreReadAndOthersWithAWarning() {
    farm("0.2.0.dev0", "0.1.1").hasNothingWorseThanInfo();
    farm("0.2.0.dev0", "1.0").hasNoErrors().reports("farm.yaml:1:10 warning O01", "read as 0.2");
  }

  @Test
  void anOntologyIsAnotherKindOfDocument() {
    ModelFixture.files(FILE, "version: 0.2.0.dev0\nontology:\n  - concept: Field\n")
        .at(FILE)
        .load()
        .hasOneError()
        .reports("farm.yaml:1:1 error O01", "an ontology");
  }

  @Test
  void theWarehousesDialectIsPreferred() {
    ModelFixture fixture =
        ModelFixture.files(FILE, FARM)
            .replacing(
                FILE,
                "{dialect: ANSI_SQL, expression: hectares}",
                "{dialect: ANSI_SQL, expression: hectares}, {dialect: SNOWFLAKE, expression: ha}");
    Feature.FieldFeature ansi = (Feature.FieldFeature) fixture.load().feature("field", "size");
    assertEquals("hectares", ansi.field());
    LoadOptions snowflake = LoadOptions.named("x").withDialect(Optional.of("snowflake"));
    Feature.FieldFeature own =
        (Feature.FieldFeature)
            new ModelFixture(fixture.files(), snowflake, FILE).load().feature("field", "size");
    assertEquals("ha", own.field());
  }

  @Test
  void whatNoUsableDialectSaysIsLeftOut() {
    farm("{dialect: ANSI_SQL, expression: hectares}", "{dialect: MDX, expression: '[Size]'}")
        .hasNoErrors()
        .reports("farm.yaml:14:25 warning C62", "field size is left out", "MDX");
    farm("{dialect: ANSI_SQL, expression: hectares}", "")
        .hasOneError()
        .reports("farm.yaml:14:25 error Y3", "in no dialect");
  }

  @Test
  void fieldsMayNameOtherFields() {
    Loaded loaded =
        farm("expression: hectares", "expression: harvest_count * field.no").hasNoErrors();
    assertEquals(
        "harvest_count * no", ((Feature.FieldFeature) loaded.feature("field", "size")).field());
    loaded =
        ModelFixture.files(FILE, FARM)
            .replacing(FILE, "expression: hectares", "expression: hectares + 1")
            .replacing(FILE, "expression: no}", "expression: size * 2}")
            .load()
            .hasNoErrors();
    assertEquals(
        "(hectares + 1) * 2", ((Feature.FieldFeature) loaded.feature("field", "no")).field());
    ModelFixture.files(FILE, FARM)
        .replacing(FILE, "expression: hectares", "expression: no + 1")
        .replacing(FILE, "expression: no}", "expression: size * 2}")
        .load()
        .reports("farm.yaml:9:19 error Y22", "round in circles");
  }

  @Test
  void aSourceMayBeAQuery() {
    Loaded loaded =
        farm("source: farm.main.fields", "source: SELECT 1 AS no, 2 AS hectares")
            .hasNothingWorseThanInfo();
    assertEquals("(SELECT 1 AS no, 2 AS hectares)", loaded.entity("field").source().toString());
    farm("source: farm.main.fields", "source: DELETE FROM fields")
        .hasOneError()
        .reports("farm.yaml:6:17 error C33", "begins with DELETE");
  }

  @Test
  void keysMayBeCompositeAndSayWhatIsOneToOne() {
    Loaded loaded =
        farm("primary_key: [id]", "primary_key: [id, year]\n        unique_keys: [[field_no]]")
            .hasNothingWorseThanInfo();
    assertEquals(2, loaded.entity("harvest").keys().size());
    assertEquals(Cardinality.ONE_TO_ONE, loaded.relationship("harvest-field").cardinality());
    farm("        primary_key: [id]\n", "")
        .hasNoErrors()
        .reports("farm.yaml:15:15 warning Y2", "no primary_key");
  }

  @Test
  void synonymsAreAliasesWhereTheyCanBe() {
    Loaded loaded =
        farm(
                "primary_key: [no]",
                "primary_key: [no]\n        ai_context: {synonyms: [Arable Land, harvest, '田'], instructions: x}")
            .hasNoErrors();
    assertEquals(List.of("arable_land"), loaded.entity("field").aliases());
    loaded
        .reports("farm.yaml:8:46 warning C62", "harvest", "name of another dataset")
        .reports("farm.yaml:8:55 warning C62", "cannot be a name")
        .reports("farm.yaml:5:9 warning C62", "its instructions");
  }

  @Test
  void foreignKeysNameDatasetsAndAsManyColumnsOnBothSides() {
    farm("to: field,", "to: feild,")
        .hasOneError()
        .reports("farm.yaml:23:50 error R7", "no dataset feild", "field");
    farm("to_columns: [no]", "to_columns: [no, year]")
        .hasOneError()
        .reports("farm.yaml:23:9 error R5", "1 from_columns and 2 to_columns");
    farm("to_columns: [no]", "to_columns: [size]")
        .hasNoErrors()
        .reports("farm.yaml:23:96 warning Y14", "neither the primary_key nor a unique key");
    farm("from: harvest, ", "").hasOneError().reports("farm.yaml:23:9 error R5", "has no from");
  }

  @Test
  void aColumnThatIsNoFieldIsThatOfTheSource() {
    Loaded loaded = farm("farm", "farm").hasNothingWorseThanInfo();
    loaded.reports("farm.yaml:17:23 info O02", "id is no field of harvest", "column of its source");
    loaded.reports("farm.yaml:23:72 info O02", "field_no is no field of harvest");
    assertEquals(2, loaded.result().problems().size());
    metric("SUM(harvest.kg)").reports("farm.yaml:26:70 info O02", "kg is no field of harvest");
  }

  @Test
  void aMetricOverSeveralDatasetsBelongsToTheManySide() {
    Loaded loaded =
        metric("SUM(harvest.tons) / COUNT(DISTINCT field.no)").hasNothingWorseThanInfo();
    Entity harvest = loaded.entity("harvest");
    assertEquals(1, harvest.metrics().size());
    assertTrue(harvest.feature("_field_no").isPresent());
    assertTrue(harvest.queryableFeatures().stream().noneMatch(f -> f.name().equals("_field_no")));
  }

  @Test
  void aMetricThatWouldCountTwiceIsLeftOut() {
    metric("SUM(harvest.tons) / SUM(field.size)")
        .hasNoErrors()
        .reports(
            "farm.yaml:25:15 warning C62",
            "yield_tons is left out",
            "more than once",
            "METRIC('harvest");
  }

  @Test
  void aMetricNamesDatasetsThatAreThere() {
    metric("SUM(tons)")
        .hasOneError()
        .reports("farm.yaml:26:66 error Y13", "names no dataset", "such as harvest.tons");
    metric("SUM(harvst.tons)")
        .hasOneError()
        .reports("farm.yaml:26:70 error Y13", "harvst.tons", "harvest");
  }

  @Test
  void whatHasNoPlaceIsToldOnceForEachDataset() {
    farm(
            "expression: {dialects: [{dialect: ANSI_SQL, expression: hectares}]}",
            """
            label: Sizes
                        ai_context: {synonyms: [area]}
                        dimension: {is_time: true}
                        custom_extensions: [{vendor_name: DBT, data: '{}'}]
                        expression: {dialects: [{dialect: ANSI_SQL, expression: hectares}]}
            """
                .strip())
        .hasNoErrors()
        .reports(
            "farm.yaml:5:9 warning C62",
            "the synonyms of size, the label of size, that size is a time and the extensions of DBT");
  }

  @Test
  void keysThatAreMissing() {
    farm("- name: harvest\n", "- description: x\n")
        .reports("farm.yaml:15:9 error Y2", "a dataset has no name");
    farm("        source: farm.main.harvests\n", "")
        .reports("farm.yaml:15:9 error Y2", "has no source");
    farm("- name: tons\n", "- description: tons\n")
        .reports("farm.yaml:19:13 error Y3", "a field has no name");
    farm("datatype: Integer", "datatype: Int")
        .hasNoErrors()
        .reports("farm.yaml:10:23 warning Y9", "Integer");
    farm("primary_key: [no]", "primarykey: [no]")
        .reports("farm.yaml:7:9 warning C03", "primary_key");
  }

  @Test
  void oneOfSeveralModelsIsChosenByDomain() {
    String two = FARM + "  - name: mill\n    datasets: [{name: sack, source: mill.sacks}]\n";
    ModelFixture.files(FILE, two)
        .at(FILE)
        .load()
        .hasOneError()
        .reports("farm.yaml:3:5 error C09", "several semantic models", "farm and mill");
    LoadOptions mill = LoadOptions.named("x").withDomain(Optional.of("mill"));
    new ModelFixture(ModelFixture.files(FILE, two).files(), mill, FILE)
        .load()
        .hasNoErrors()
        .entity("sack");
  }
}
