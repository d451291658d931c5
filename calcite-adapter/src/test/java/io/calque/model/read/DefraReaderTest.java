package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Feature;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.read.ModelFixture.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a DefraDB schema becomes, and what is said about the mistakes that DefraDB refuses. */
class DefraReaderTest {
  private static final String FILE = "harbour.graphql";

  private static Loaded load(String sdl) {
    return schema(sdl).load();
  }

  private static ModelFixture schema(String sdl) {
    return ModelFixture.files(FILE, sdl).at(FILE);
  }

  private static Join join(Loaded loaded, String key, String name) {
    return loaded.relationship(key).join(name).orElseThrow();
  }

  @Test
  void aTypeIsAnEntityAndItsDocumentIdTheKey() {
    Loaded loaded =
        load(
            """
            "A boat" type Boat {
              name: String
              length: Float
              built: DateTime
              engines: [Int!]
              papers: JSON
              motor: Boolean
            }
            """);
    loaded.isClean();
    assertEquals("A boat", loaded.entity("Boat").description());
    assertEquals("Boat", loaded.entity("boat").source().toString());
    assertEquals(List.of("_docID"), loaded.entity("Boat").keys());
    assertEquals(
        List.of("_docID", "name", "length", "built", "engines", "papers", "motor"),
        loaded.entity("Boat").queryableFeatures().stream().map(Feature::name).toList());
  }

  @Test
  void theSideWithOneStoresTheKeyOfOneToMany() {
    Loaded loaded =
        load("type Boat { owner: Person }\ntype Person { name: String  boats: [Boat] }");
    loaded.isClean();
    Join join = join(loaded, "Boat-Person", "owner");
    assertEquals(Cardinality.MANY_TO_ONE, join.cardinality());
    assertEquals("boats", join.name(Direction.REVERSED, false));
    assertTrue(join.isDefault());
    assertTrue(loaded.entity("Boat").feature("_ownerID").isPresent());
    assertTrue(loaded.entity("Person").feature("_boatsID").isEmpty());
  }

  @Test
  void primaryStoresTheKeyOfOneToOne() {
    Loaded loaded =
        load("type Boat { berth: Berth }\ntype Berth { code: String  boat: Boat @primary }");
    loaded.isClean();
    assertEquals(Cardinality.ONE_TO_ONE, join(loaded, "Berth-Boat", "boat").cardinality());
    assertTrue(loaded.entity("Berth").feature("_boatID").isPresent());
    assertTrue(loaded.entity("Boat").feature("_berthID").isEmpty());
  }

  @Test
  void aUniqueIndexMakesAOneSidedRelationOneToOne() {
    Loaded loaded =
        load(
            """
            type Boat { flag: Flag @index(unique: true)  port: Port }
            type Flag { colour: String }
            type Port { name: String }
            """);
    loaded.isClean();
    assertEquals(Cardinality.ONE_TO_ONE, join(loaded, "Boat-Flag", "flag").cardinality());
    assertEquals(Cardinality.MANY_TO_ONE, join(loaded, "Boat-Port", "port").cardinality());
  }

  @Test
  void foreignKeysAndTablesAreNamedAsTheProjectSays() {
    LoadOptions options =
        LoadOptions.named("x")
            .withCollections(new CollectionNaming("raw.{snake_type}", CollectionNaming.OLD_KEYS));
    ModelFixture fixture =
        new ModelFixture(
            schema("type HarbourFee { boat: Boat }\ntype Boat { name: String }").files(),
            options,
            FILE);
    Loaded loaded = fixture.load().isClean();
    assertEquals("raw.harbour_fee", loaded.entity("HarbourFee").source().toString());
    assertTrue(loaded.entity("HarbourFee").feature("boat_id").isPresent());
  }

  @Test
  void aDeclaredForeignKeyIsTaken() {
    Loaded loaded =
        load("type Boat { owner: Person  owner_id: ID }\ntype Person { name: String }").isClean();
    assertEquals(
        List.of("_docID", "owner_id"),
        loaded.entity("Boat").queryableFeatures().stream().map(Feature::name).toList());
    load("type Boat { owner: Person  owner_id: Int }\ntype Person { name: String }")
        .hasOneError()
        .reports("harbour.graphql:1:28 error D05", "not of type ID", "owner_id: ID");
  }

  @Test
  void aJunctionTypeAlsoRelatesItsEnds() {
    Loaded loaded =
        load("""
                type Boat { visits: [Visit] }
                type Port { visits: [Visit] }
                type Visit { boat: Boat  port: Port  nights: Int }
                """)
            .hasNoErrors();
    Relationship lookup = loaded.relationship("Boat-Port");
    assertEquals(Cardinality.MANY_TO_MANY, lookup.cardinality());
    assertEquals("Visit", lookup.joins().get(0).name());
    assertEquals(1, lookup.joins().get(0).path().bridges().size());
    loaded.reports("harbour.graphql:3:1 info C63", "Visit stands between Boat and Port");
  }

  @Test
  void severalRelationsOfAPairAreJoinsOfOneRelationship() {
    Loaded loaded =
        load("""
                type Boat {
                  home: Port
                  refuge: Port @relation(name: "storm")
                }
                type Port {
                  boats: [Boat]
                  refugees: [Boat] @relation(name: "storm")
                  flagship: Boat @relation(name: "pride") @primary
                }
                """)
            .hasNoErrors();
    Relationship pair = loaded.relationship("Boat-Port");
    assertEquals(
        List.of("home", "refuge", "pride"), pair.joins().stream().map(Join::name).toList());
    assertEquals(
        List.of("boats", "refugees", "flagship"),
        pair.joins().stream().map(join -> join.name(Direction.REVERSED, false)).toList());
    assertEquals("home", pair.defaultJoin().orElseThrow().name());
    assertEquals(Cardinality.ONE_TO_MANY, pair.join("pride").orElseThrow().cardinality());
  }

  @Test
  void aTypeThatIsNotThere() {
    load("type Boat {\n  owner: Persn\n}\ntype Person { name: String }")
        .hasOneError()
        .reports("harbour.graphql:2:10 error D02", "cannot find related type Persn", "Person");
    load("type Boat { owner: Owner }")
        .hasOneError()
        .reports("harbour.graphql:1:20 error D02", "define type Owner", "same schema");
    load("type Boat { kind: Kind }\nenum Kind { SAIL MOTOR }")
        .hasOneError()
        .reports("harbour.graphql:1:19 error D02", "no collection");
    load("type Boat { other: Self }").reports("harbour.graphql:1:20 error D02", "write Boat");
  }

  @Test
  void oneToOneNeedsOnePrimary() {
    load("type Boat { berth: Berth }\ntype Berth { boat: Boat }")
        .hasOneError()
        .reports("harbour.graphql:2:14 error D05", "neither Boat.berth nor Berth.boat", "@primary");
    load("type Boat { berth: Berth @primary }\ntype Berth { boat: Boat @primary }")
        .hasOneError()
        .reports("harbour.graphql:2:14 error D05", "both @primary", "remove @primary");
  }

  @Test
  void aListNeedsAnotherEndAndStoresNothing() {
    load("type Port { boats: [Boat] }\ntype Boat { name: String }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D05", "without another end", "port: Port");
    load("type Port { boats: [Boat] @primary }\ntype Boat { port: Port }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D05", "a list, which cannot store the key");
    load("type Port { boats: [Boat] }\ntype Boat { ports: [Port] }")
        .hasOneError()
        .reports("harbour.graphql:2:13 error D05", "both lists", "type PortBoat {");
  }

  @Test
  void aRelationIsCalledAlikeOnBothSides() {
    load("type Port { boats: [Boat] @relation(name: \"home\") }\ntype Boat { port: Port }")
        .hasOneError()
        .reports(
            "harbour.graphql:1:13 error D06",
            "is called home",
            "write @relation(name: \"home\") on Boat.port");
    load("type Port { boat: Boat @relation(name: \"home\") @primary }\ntype Boat { port: Port }")
        .hasNoErrors()
        .reports("harbour.graphql:1:13 warning D06", "two relations");
    load("type Port { name: String }\ntype Boat { home: Port  refuge: Port }")
        .hasOneError()
        .reports("harbour.graphql:2:25 error D06", "Boat.home and Boat.refuge", "@relation(name:");
    load("type Port { name: String @relation }\n")
        .reports("harbour.graphql:1:26 error D05", "is no relation");
    load("type Port { boat: Boat @relation(id: 4) }\ntype Boat { name: String }")
        .reports("harbour.graphql:1:24 error D06", "gives no name");
  }

  @Test
  void kindsOfFieldThatDefraDbDoesNotHave() {
    load("type Boat { name: String! }")
        .hasNoErrors()
        .reports("harbour.graphql:1:13 warning D03", "read as nullable");
    load("type Boat { port: Port! }\ntype Port { name: String }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D03", "must not be null");
    load("type Port { boats: [Boat!] }\ntype Boat { port: Port }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D03", "write [Boat]");
    load("type Boat { grid: [[Int]] }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D03", "list of lists");
  }

  @Test
  void namesThatAreTakenOrTwice() {
    load("type Boat { _docID: ID  name: String }")
        .hasOneError()
        .reports("harbour.graphql:1:13 error D04", "every collection has its _docID");
    load("type Boat { name: String  name: Int }")
        .hasOneError()
        .reports("harbour.graphql:1:27 error Y11", "second field name");
    load("type Boat { name: String }\ntype Boat { name: String }")
        .hasOneError()
        .reports("harbour.graphql:2:1 error C07", "second type Boat");
  }

  @Test
  void whatIsNotGraphQl() {
    load("type Boat {\n  name: String\n").reports("harbour.graphql:1:11 error D01", "never closed");
    load("type Boat {\n  name String\n}")
        .reports("harbour.graphql:1:11 error D01", "lacks its colon", "name: Type");
    load("type Boat {\n  name: String,\n  length:\n}")
        .reports("harbour.graphql:4:1 error D01", "does not expect }", "name and a type");
    load("type Boat {\n  name: \"String\n}").reports("harbour.graphql:2:9 error D01", "quote");
    load("type Boat {\n  length: Int = 4\n}").reports("harbour.graphql:2:15 error D01", "default");
    load("type Boat { name: String }\nquery Boats { Boat { name } }")
        .reports("harbour.graphql:2:1 error D01", "this is a query");
    load("type Boat { name: String }\nextend type Boat { length: Int }")
        .reports("harbour.graphql:2:1 error D01", "extended");
    load("type Boat { a: " + "[".repeat(50) + "Int" + "]".repeat(50) + " }")
        .reports("harbour.graphql:1:55 error D01", "too deeply");
  }

  @Test
  void whatSchemasSayBesidesIsMentioned() {
    load("""
            type Boat @policy(id: "p1", resource: "boats") @branchable {
              name: String @crdt(type: "lww") @defualt(string: "x")
              crew(limit: Int): Int
            }
            interface Floats { draught: Float }
            """)
        .hasNoErrors()
        .reports("harbour.graphql:1:11 warning C62", "@policy", "grants")
        .reports("harbour.graphql:1:48 info C62", "@branchable")
        .reports("harbour.graphql:2:16 info C62", "@crdt")
        .reports("harbour.graphql:2:35 info C62", "@defualt is not known")
        .reports("harbour.graphql:3:3 warning C62", "arguments")
        .reports("harbour.graphql:5:1 info C62", "interface Floats has no collection");
  }

  @Test
  void theFilesOfAFolderAreOneSchema(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("boat.graphql"), "type Boat { port: Port }");
    Files.writeString(folder.resolve("port.gql"), "type Port { boats: [Boat] }");
    LoadedModel loaded = ModelLoader.load(folder, LoadOptions.named("x"));
    assertEquals(List.of(), loaded.problems());
    assertEquals(1, loaded.model().relationships().size());
  }
}
