package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.Join;
import io.calque.model.Relationship;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SignalSmith's JSON: what is folded, and each mistake with its place. */
class SignalSmithRulesTest {
  private static final String FILE = "ports.json";
  private static final String SOUND =
      """
      {
        "entity_types": [
          {"id": "et_boat", "name": "Boat", "attributes": [
            {"name": "id", "type": "integer", "primary_key": true},
            {"name": "port_id", "type": "integer"}
          ]},
          {"id": "et_port", "name": "Home Port", "attributes": [
            {"name": "id", "type": "integer", "primary_key": true},
            {"name": "title", "type": "string"}
          ]}
        ],
        "relationships": [
          {"name": "Boat lies in Port", "type": "many_to_one",
           "source_entity_type_id": "et_boat", "source_key": "port_id",
           "target_entity_type_id": "et_port", "target_key": "id"}
        ],
        "tables": {"et_boat": "sea.core.boats", "et_port": "m1"},
        "models": [{"id": "m1", "name": "ports", "sql_query": "SELECT id, \\"title\\" FROM ports"}]
      }
      """;

  private static ModelFixture bundle() {
    return ModelFixture.files(FILE, SOUND).at(FILE);
  }

  private static void says(String old, String replacement, String problem, String... words) {
    bundle().replacing(FILE, old, replacement).load().reports(FILE + ":" + problem, words);
  }

  @Test
  void aSoundBundleHasNoWarning() {
    bundle().load().hasNothingWorseThanInfo();
  }

  @Test
  void anExportedTwinIsFolded() {
    ModelFixture.Loaded loaded =
        bundle()
            .replacing(
                FILE,
                "  ],\n  \"tables\"",
                """
                ,{"name": "Port has Boats", "type": "one-to-many",
                 "source_entity_type_id": "et_port", "source_key": "id",
                 "target_entity_type_id": "et_boat", "target_key": "port_id"}
                  ],
                  "tables\"""")
            .load();
    loaded.hasNothingWorseThanInfo();
    Relationship relationship = loaded.model().relationships().get(0);
    assertEquals("boat-home_port", relationship.name());
    Join join = relationship.joins().get(0);
    assertEquals(
        List.of("boat_lies_in_port"), relationship.joins().stream().map(Join::name).toList());
    assertEquals(Optional.of("port_has_boats"), join.reverseName());
  }

  @Test
  void mistakes() {
    says(
        "\"target_key\": \"id\"}",
        "\"target_key\": \"idd\"}",
        "15:56 error C23",
        "no attribute idd",
        "did you mean id");
    says("\"type\": \"many_to_one\"", "\"type\": \"many\"", "13:43 error R3", "no type many");
    says(
        "\"target_entity_type_id\": \"et_port\"",
        "\"target_entity_type_id\": \"et_prt\"",
        "15:31 error R7",
        "et_port");
    says("\"source_key\": \"port_id\",", "", "13:5 error J02", "no source_key");
    says("\"et_port\": \"m1\"", "\"et_port\": \"m 2\"", "17:54 error J03", "neither");
    says(", \"et_port\": \"m1\"", "", "7:31 error J03", "\"et_port\": \"database");
    says(
        "\"et_port\": \"m1\"",
        "\"et_port\": \"m1\", \"et_x\": \"a.b\"",
        "17:60 warning C03",
        "no entity type");
    says("\"name\": \"Home Port\"", "\"name\": \"Boat\"", "7:31 error C07", "second entity type");
    says("{\"name\": \"title\"", "{\"nam\": \"title\"", "9:7 error J02", "no name");
    says(
        "\"target_key\": \"id\"}",
        "\"target_key\": \"title\"}",
        "13:14 warning J04",
        "not its primary key");
    says(
        "\"type\": \"many_to_one\"", "\"type\": \"many_to_many\"", "13:5 warning C28", "no bridge");
    says("SELECT id", "DELETE id", "18:58 error C33", "DELETE");
    says("\"models\":", "\"traits\": [], \"models\":", "18:3 warning C62", "traits");
  }

  @Test
  void aJunctionNamesItsModelOrQueryInText() {
    String columns = "\"source_column\": \"a\", \"target_column\": \"b\"}";
    for (String key : List.of("model_id", "sql")) {
      says(
          "\"target_key\": \"id\"",
          "\"target_key\": \"id\", \"junction\": {\"" + key + "\": {}, " + columns,
          "15:74 error J02",
          "has no " + key);
    }
  }

  @Test
  void whatIsNotReadIsToldOnceForEachKindOfObject() {
    says(
        "\"type\": \"integer\", \"primary_key\": true",
        "\"type\": \"integer\", \"primary_key\": true, \"pii\": false",
        "4:62 warning C03",
        "the key pii of an attribute is not read, so what it says is lost, here and in 1 more");
    says(
        "\"name\": \"Boat\",",
        "\"name\": \"Boat\", \"desciption\": \"x\", \"created_at\": \"x\",",
        "3:39 warning C03",
        "the key desciption of an entity type is not read",
        "did you mean description");
    says(
        "\"target_key\":", "\"filter\": \"x > 1\", \"target_key\":", "15:42 warning C03", "filter");
    says(
        "\"target_key\": \"id\"",
        "\"target_key\": \"id\", \"junction\": {\"table\": \"t\", \"where\": \"x\"}",
        "15:89 warning C03",
        "the key where of a junction");
    says(
        "\"name\": \"ports\"",
        "\"name\": \"ports\", \"selected_columns\": [\"id\"]",
        "18:44 warning C03",
        "the key selected_columns of a model");
    says(
        "\"et_port\": \"m1\"",
        "\"et_port\": {\"model\": \"m1\", \"schema\": \"x\"}",
        "17:70 warning C03",
        "the key schema of a table");
  }

  @Test
  void brokenJsonIsSaidToBeBroken() {
    ModelFixture.Loaded loaded = ModelFixture.files(FILE, "{\"entity_types\": [").at(FILE).load();
    assertEquals(
        List.of(Rule.JSON_SYNTAX), loaded.result().problems().stream().map(Problem::rule).toList());
  }

  @Test
  void listsMayComeInFilesOfTheirOwn() {
    String types =
        SOUND.substring(SOUND.indexOf('['), SOUND.indexOf("],\n  \"relationships\"") + 1);
    ModelFixture.files("types.json", types)
        .with(
            "rels.json",
            "{\"data\": ["
                + SOUND.substring(
                    SOUND.indexOf("{\"name\": \"Boat lies"), SOUND.indexOf("  ],\n  \"tables\""))
                + "]}")
        .with("rest.json", "{" + SOUND.substring(SOUND.indexOf("\"tables\"")))
        .load()
        .hasNothingWorseThanInfo();
  }
}
