package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.Cardinality;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Relationship;
import io.calque.model.SourceQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the native format has beyond Lynk's: what is read, and what is said of mistakes. */
class ExtensionRulesTest {
  private static final String DOG =
      """
      name: dog
      description: A dog
      query: "SELECT * FROM animals WHERE kind = 'dog';"
      keys: [id]
      features:
        - {type: field, name: id, source: query, field: id, data_type: number, description: Chip}
        - {type: field, name: _mood, source: query, field: mood, data_type: string, description: '', queryable: true}
        - {type: field, name: owner, source: query, field: owner, data_type: number, description: '', queryable: false}
        - {type: field, name: father, source: query, field: father, data_type: number, description: ''}
      """;
  private static final String VET =
      """
      name: vet
      description: A vet
      key_source: vets
      keys: [id]
      features:
        - {type: field, name: id, source: vets, field: id, data_type: number, description: Number}
      """;
  private static final String JOINS =
      """
      relationships:
        dog-vet:
          relationship: many_to_many
          description: Who treats whom
          joins:
            - name: vets
              reverse_name: patients
              type: lookup
              lookup:
                - {query: SELECT DISTINCT dog_id FROM visits, type: sql, sql: '{source}.{id} = {destination}.{dog_id}'}
                - {destination: vet, type: sql, sql: '{source}.{vet_id} = {destination}.{id}'}
            - {name: family_vet, relationship: many_to_one, default: true, type: sql, sql: '{source}.{owner} = {destination}.{id}'}
        dog-dog:
          relationship: one_to_many
          reversible: false
          description: Families
          joins:
            - {name: litter, type: sql, sql: '{source}.{id} = {destination}.{father}'}
      """;

  private static ModelFixture clinic() {
    return ModelFixture.files("entities/dog.yml", DOG)
        .with("entities/vet.yml", VET)
        .with(ModelFixture.RELATIONSHIPS, JOINS);
  }

  @Test
  void allOfItIsRead() {
    ModelFixture.Loaded loaded = clinic().load();
    loaded.isClean();
    Entity dog = loaded.model().entity("dog").orElseThrow();
    assertEquals(new SourceQuery("SELECT * FROM animals WHERE kind = 'dog'"), dog.source());
    assertEquals(
        List.of("id", "_mood", "father"),
        dog.queryableFeatures().stream().map(Feature::name).toList());
    Relationship vets = loaded.model().relationships().get(0);
    assertEquals(Optional.of("patients"), vets.join("vets").orElseThrow().reverseName());
    assertEquals(Cardinality.MANY_TO_MANY, vets.join("vets").orElseThrow().cardinality());
    assertEquals(Cardinality.MANY_TO_ONE, vets.join("family_vet").orElseThrow().cardinality());
    assertEquals(
        "(SELECT DISTINCT dog_id FROM visits)",
        vets.join("vets").orElseThrow().path().bridges().get(0).toString());
  }

  @Test
  void aQueryIsOneQueryWithoutHoles() {
    reports(DOG, "WHERE kind = 'dog';", "WHERE kind = {kind}", "3:44 error C51", "{kind}");
    reports(DOG, "WHERE kind = 'dog';", "WHERE kind = ?", "3:44 error C51", "parameter");
    reports(DOG, "= 'dog';", "= 'dog'; SELECT 1", "3:49 error Y34", "semicolon");
    reports(DOG, "SELECT * FROM animals", "DELETE FROM animals", "3:9 error C33", "DELETE");
    reports(DOG, "FROM animals", "FROM (animals", "3:23 error Y34", "never closed");
    reports(DOG, "kind = 'dog';", "{{ ref('x') }}", "3:37 error C50", "template");
    reports(DOG, "SELECT * FROM animals WHERE kind = 'dog';", " ", "3:8 error Y28", "empty");
    reports(DOG, "keys:", "key_source: dogs\nkeys:", "3:9 error C06", "key_source and a query");
  }

  @Test
  void aFeatureOfAQueryNamesItAsItsSource() {
    reports(
        DOG,
        "name: id, source: query",
        "name: id, source: dogs",
        "6:37 error Y13",
        "neither query");
  }

  private static void reports(String text, String old, String replacement, String... expected) {
    clinic()
        .replacing("entities/dog.yml", old, replacement)
        .load()
        .reports("entities/dog.yml:" + expected[0], expected[1]);
  }

  @Test
  void aDirectionHasEachNameOnce() {
    clinic()
        .replacing(ModelFixture.RELATIONSHIPS, "patients", "family_vet")
        .load()
        .reports("entities_relationships.yml:12:9 error C27", "also a name of join vets");
    clinic()
        .replacing(ModelFixture.RELATIONSHIPS, "reversible: false", "reversible: true")
        .replacing(
            ModelFixture.RELATIONSHIPS, "{name: litter,", "{name: litter, reverse_name: litter,")
        .load()
        .reports("entities_relationships.yml:18:9 error C27", "that join from left to right");
  }

  @Test
  void aLookupEndsAtAnEntity() {
    clinic()
        .replacing(ModelFixture.RELATIONSHIPS, "{destination: vet,", "{query: SELECT 1,")
        .load()
        .reports("entities_relationships.yml:11:48 error C25", "arrives at no entity");
    clinic()
        .replacing(ModelFixture.RELATIONSHIPS, "{destination: vet,", "{")
        .load()
        .reports("entities_relationships.yml:11:13 error R5", "or query: SELECT");
    clinic()
        .replacing(
            ModelFixture.RELATIONSHIPS, "{destination: vet,", "{destination: vet, query: SELECT 1,")
        .load()
        .reports("entities_relationships.yml:11:13 error R5", "a destination and a query");
  }

  @Test
  void aOneWayRelationshipIsNotWalkedBack() {
    clinic()
        .replacing(
            ModelFixture.RELATIONSHIPS, "many_to_many\n", "many_to_many\n    reversible: false\n")
        .replacing(
            "entities/vet.yml",
            "features:\n",
            "features:\n"
                + "  - {type: field, name: dog, source: dog, field: id, data_type: number,"
                + " description: ''}\n")
        .load()
        .reports("entities/vet.yml:6:38 error C32", "dog-vet backwards");
  }

  @Test
  void twoOneWayRelationshipsMayServeThePair() {
    clinic()
        .replacing(
            ModelFixture.RELATIONSHIPS, "many_to_many\n", "many_to_many\n    reversible: false\n")
        .replacing(
            ModelFixture.RELATIONSHIPS,
            "  dog-dog:",
            """
            vet-dog:
              relationship: one_to_many
              reversible: false
              description: Whose family trusts the vet
              joins:
                - {name: dogs, type: sql, sql: '{source}.{id} = {destination}.{owner}'}
            dog-dog:\
            """
                .indent(2)
                .stripTrailing())
        .load()
        .isClean();
  }

  @Test
  void featuresNameTheDirection() {
    ModelFixture fixture =
        clinic()
            .replacing(
                "entities/vet.yml",
                "features:\n",
                "features:\n"
                    + "  - {type: metric, name: dogs, source: dog, metric: dogs, join_name:"
                    + " patients, data_type: number, description: ''}\n")
            .replacing(
                "entities/dog.yml",
                "keys:",
                "metrics: [{name: dogs, description: '', sql: 'COUNT({id})'}]\nkeys:");
    fixture.load().isClean();
    fixture
        .replacing("entities/vet.yml", "join_name: patients", "join_name: vets")
        .load()
        .reports("entities/vet.yml:6:70 error Y19", "write join_name: patients");
  }

  @Test
  void columnsThatNobodyListsNeedAWarehouse() {
    ModelFixture fixture =
        clinic().replacing("entities/vet.yml", "keys: [id]", "keys: [id]\nall_columns: true");
    fixture
        .load()
        .reports("entities/vet.yml:1:7 info C60", "no warehouse to ask; for now it has id");
    ModelFixture.Loaded loaded =
        fixture
            .withColumns(source -> Optional.of(List.of("ID", "Näme", "n\"q", "_x", "n_me")))
            .load();
    loaded.reports("entities/vet.yml:1:7 info C60", "3 features of vet are columns of vets");
    loaded.reports("entities/vet.yml:1:7 info C60", "called N_me");
    assertEquals(
        List.of("id", "N_me", "n\"q", "_x"),
        loaded.model().entity("vet").orElseThrow().queryableFeatures().stream()
            .map(Feature::name)
            .toList());
    loaded.reports("entities/vet.yml:1:7 warning C61", "another feature n_me");
    fixture
        .withColumns(source -> Optional.empty())
        .load()
        .reports("entities/vet.yml:1:7 warning C61", "no table vets");
    fixture
        .withColumns(source -> Optional.of(List.of("no", "idd")))
        .load()
        .reports("entities/vet.yml:7:5 warning C61", "idd");
  }
}
