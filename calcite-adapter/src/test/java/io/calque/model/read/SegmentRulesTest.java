package io.calque.model.read;

import org.junit.jupiter.api.Test;

/** Each mistake in a Data Graph: where it is, and what to write instead. */
class SegmentRulesTest {
  private static final String GRAPH = "graph.hcl";
  private static final String SOUND =
      """
      data_graph {
        version = "v1.0.0"
        entity "boat-entity" {
          name        = "boat"
          table_ref   = "port.core.boats"
          primary_key = "id"
        }
        entity "trip" {
          name        = "trip"
          table_ref   = "port.core.trips"
          primary_key = "no"
        }
        profile {
          profile_folder = "port.people"
          type           = "segment:materialized"
          relationship "boats" {
            name           = "Boats"
            related_entity = "boat-entity"
            external_id {
              type     = "email"
              join_key = "owner"
            }
            relationship "trips" {
              name           = "Trips"
              related_entity = "trip"
              join_on        = "boat-entity.id = trip.boat"
            }
          }
        }
      }
      """;

  private static ModelFixture graph(String old, String replacement) {
    return ModelFixture.files(GRAPH, SOUND).replacing(GRAPH, old, replacement).at(GRAPH);
  }

  private static void says(String old, String replacement, String problem, String... words) {
    graph(old, replacement).load().reports(GRAPH + ":" + problem, words);
  }

  @Test
  void aSoundGraphHasNoWarning() {
    ModelFixture.files(GRAPH, SOUND).at(GRAPH).load().hasNothingWorseThanInfo();
  }

  @Test
  void syntax() {
    says("\"id\"\n  }\n", "\"id\"\n\n", "3:3 error S01", "boat-entity", "never closed");
    says(
        "relationship \"boats\"",
        "relationship: \"boats\"",
        "16:17 warning S01",
        "remove the colon");
    says("\"boat\"\n", "\"boat\n", "4:19 error S01", "not closed on its line");
    says("\"boat\"\n", "boat\n", "4:19 error S01", "not in quotes");
    says("\"v1.0.0\"", "\"${v}\"", "2:14 error S01", "nothing is");
    says("\"v1.0.0\"", "upper(\"v\")", "2:13 error S01", "not in quotes");
    says("\"v1.0.0\"", "\"a\" + \"b\"", "2:17 error S01", "nothing is computed");
    says("\"v1.0.0\"", "\"\\q\"", "2:14 error S01", "means nothing");
    says("\"boat\"\n", "\"boat\",\n", "4:25 error S01", "remove the comma");
    says("name        = \"boat\"", "name        : \"boat\"", "4:17 error S01", "colon");
    says("\"id\"\n  }\n", "\"id\"\n  }\n  }\n  }\n", "30:1 error S01", "closes nothing");
    says("data_graph {", "data_graph {\n/* never", "2:1 error S01", "never closed");
  }

  @Test
  void blocks() {
    says("entity \"trip\"", "entity", "8:3 error S02", "no slug");
    says("entity \"trip\"", "entity \"profile\"", "8:10 error C07", "slug profile");
    says("entity \"trip\"", "entity \"boat_entity\"", "8:10 error C07", "give the same name");
    says("entity \"trip\"", "data \"http\"", "8:3 warning C03", "no block data");
    says("external_id {", "join {", "19:7 warning C03", "no meaning");
    says(
        "external_id {",
        "trait {\n name = \"a\"\n join_key = \"b\"\n}\nexternal_id {",
        "16:5 error S02",
        "2 ways");
    says(
        "    external_id {\n", "    junction_table {\n", "19:7 error S02", "junction_table cannot");
    says("join_on        = \"boat-entity.id = trip.boat\"", "", "23:7 error S02", "does not say");
    says(
        "join_on        = \"boat-entity.id = trip.boat\"",
        "trait {\n}",
        "26:9 error S02",
        "between entities");
    says("version = \"v1.0.0\"", "profile {}", "15:3 error S02", "a second profile");
  }

  @Test
  void attributes() {
    says("table_ref   = \"port.core.boats\"", "", "3:3 error S03", "no table_ref");
    says("\"port.core.boats\"", "\"a b\"", "5:19 error S03", "not the name of a table");
    says("\"port.core.boats\"", "\"boats\"", "5:19 warning S03", "no schema and no database");
    says(
        "primary_key = \"no\"",
        "primary_kee = \"no\"",
        "11:5 warning C03",
        "did you mean primary_key");
    says("primary_key = \"no\"", "name = \"x\"", "11:5 error R11", "a second name");
    says("profile_folder = \"port.people\"", "", "13:3 error S03", "no profile_folder");
    says("\"segment:materialized\"", "\"dbt\"", "15:22 error S03", "not known");
    says("\"v1.0.0\"", "\"v2\"", "2:13 warning S04", "v2");
    says(
        "name        = \"trip\"",
        "name = \"boat\"",
        "9:12 warning S07",
        "second entity is labelled");
    says("relationship \"trips\"", "relationship \"boats\"", "23:20 warning S07", "the slug boats");
    says("entity \"trip\"", "entity \"Trip\"", "8:10 warning S07", "lower case");
    says("related_entity = \"trip\"", "related_entity = \"trips\"", "25:26 error R7", "trip");
  }

  @Test
  void conditions() {
    String on = "\"boat-entity.id = trip.boat\"";
    says(on, "\"boat-entity.id\"", "26:26 error S06", "one equality");
    says(on, "\"id = trip.boat\"", "26:26 error S06", "both sides need");
    says(on, "\"trip.id = trip.boat\"", "26:26 error S06", "both sides are columns of trip");
    says(on, "\"sail.id = trip.boat\"", "26:26 error S06", "no entity sail");
    says(on, "\"a.b = c.d AND e.f = g.h\"", "26:26 error S06", "one equality");
    says(on, "\"trip.boat = boat-entity.id\"", "26:26 info S06", "on the left");
    says(on, "\"Boat.id = trip.boat\"", "26:26 info S06", "a label");
  }

  @Test
  void depth() {
    says(
        "\"v1.0.0\"",
        "\"v0.0.6\"\nentity \"x\" {\nname = \"x\"\ntable_ref = \"a.b.c\"\nprimary_key = \"id\"\n}",
        "7:8 info S02",
        "no relationship");
    String nested = "join_on        = \"boat-entity.id = trip.boat\"";
    String deeper = nested;
    for (int i = 0; i < 5; i++) {
      deeper =
          nested
              + "\nrelationship \"r"
              + (5 - i)
              + "\" {\nname = \"r\"\nrelated_entity = \"trip\"\n"
              + deeper.replace("boat-entity.id", "trip.no")
              + "\n}";
    }
    says(nested, deeper, "39:1 warning S05", "at depth 7");
  }
}
