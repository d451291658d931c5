package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Relationship;
import io.calque.model.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes of relationships that the format's own documents show, in three other companies. */
class CompaniesTest {
  /** An entity with features that are columns of its table. */
  private static String entity(String name, String... columns) {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: %1$s
            description: ''
            key_source: wh.main.%1$s_table
            keys: [%2$s]
            features:
            """
                .formatted(name, columns[0]));
    for (String column : columns) {
      yaml.append(
          "  - {type: field, name: %2$s, description: '', data_type: string, source: wh.main.%1$s_table, field: %2$s}\n"
              .formatted(name, column));
    }
    return yaml + "metrics:\n  - {name: n, description: '', sql: COUNT(*)}\n";
  }

  /** Direct keys one after the other, and a bridge from the owner's key to a user's. */
  @Test
  void aGymWithContractsAndVisits() {
    ModelFixture.Loaded gym =
        ModelFixture.files("entities/gym.yml", entity("gym", "code"))
            .with("entities/contract.yml", entity("contract", "contract_no", "gym_code"))
            .with("entities/payment.yml", entity("payment", "payment_no", "contract_no"))
            .with("entities/visit.yml", entity("visit", "visit_no", "chip"))
            .with(
                ModelFixture.RELATIONSHIPS,
                """
                relationships:

                  gym-contract:
                    relationship: one_to_many
                    description: >
                      Contracts that people
                      sign with a gym.
                    joins:
                      - name: gym_to_contract
                        default: true
                        join_type: left
                        type: sql
                        sql: '{source}.{code} = {destination}.{gym_code}'

                  contract-payment:
                    relationship: one_to_many
                    joins:
                      - name: contract_to_payment
                        default: true
                        join_type: left
                        type: sql
                        sql: '{source}.{contract_no} = {destination}.{contract_no}'

                  gym-visit:
                    relationship: one_to_many
                    joins:
                      - name: gym_to_visit_via_chips
                        default: true
                        join_type: left
                        type: lookup
                        lookup:
                          - destination: wh.access.chips
                            type: sql
                            sql: '{source}.{code} = {destination}.{issued_by}'
                          - destination: visit
                            type: sql
                            sql: '{source}.{chip} = {destination}.{chip}'
                """)
            .load()
            .isClean();
    assertEquals(1, gym.relationship("gym-visit").joins().get(0).path().bridges().size());
    assertEquals(
        "Contracts that people sign with a gym.", gym.relationship("gym-contract").description());
  }

  /** One bridge, two bridges, two roles, composite conditions and alternatives. */
  @Test
  void aNurseryWithDeliveriesAndPlants() {
    ModelFixture.Loaded nursery =
        ModelFixture.files("entities/garden.yml", entity("garden", "id", "region"))
            .with(
                "entities/delivery.yml",
                entity("delivery", "delivery_id", "garden_id", "payer_id", "old_garden", "region"))
            .with("entities/plant.yml", entity("plant", "plant_id"))
            .with(
                ModelFixture.RELATIONSHIPS,
                """
                relationships:
                  garden-delivery:
                    relationship: one_to_many
                    joins:
                      - name: garden_to_delivery
                        default: true
                        join_type: left
                        type: sql
                        sql: '{source}.{id} = {destination}.{garden_id}'
                      - name: garden_to_paid_delivery
                        default: false
                        join_type: left
                        type: sql
                        sql: '{source}.{id} = {destination}.{payer_id}'
                      - name: in_region
                        type: sql
                        sql: >
                          {source}.{id} = {destination}.{garden_id}
                          AND {source}.{region} = {destination}.{region}
                      - name: old_or_new
                        type: sql
                        sql: >
                          {source}.{id} = {destination}.{garden_id}
                          OR {source}.{id} = {destination}.{old_garden}
                  delivery-plant:
                    relationship: many_to_many
                    joins:
                      - name: delivery_to_plant
                        default: true
                        join_type: left
                        type: lookup
                        lookup:
                          - destination: wh.main.boxes
                            type: sql
                            sql: '{source}.{delivery_id} = {destination}.{delivery_id}'
                          - destination: plant
                            type: sql
                            sql: '{source}.{plant_id} = {destination}.{plant_id}'
                  garden-plant:
                    relationship: many_to_many
                    joins:
                      - name: garden_to_plant
                        default: true
                        join_type: left
                        type: lookup
                        lookup:
                          - destination: wh.main.deliveries
                            type: sql
                            sql: '{source}.{id} = {destination}.{garden_id}'
                          - destination: wh.main.boxes
                            type: sql
                            sql: '{source}.{delivery_id} = {destination}.{delivery_id}'
                          - destination: plant
                            type: sql
                            sql: '{source}.{plant_id} = {destination}.{plant_id}'
                """)
            .load()
            .isClean();
    Relationship deliveries = nursery.relationship("garden-delivery");
    assertEquals("garden_to_delivery", deliveries.defaultJoin().orElseThrow().name());
    assertFalse(deliveries.join("garden_to_paid_delivery").orElseThrow().isDefault());
    assertEquals(
        List.of("garden_id", "old_garden"),
        deliveries
            .join("old_or_new")
            .orElseThrow()
            .path()
            .hops()
            .get(0)
            .predicate()
            .sideRefs(Side.DESTINATION));
    assertEquals(3, nursery.relationship("garden-plant").joins().get(0).path().hops().size());
  }

  /** A second join that differs only in a condition on the far side, and an ordinary bridge. */
  @Test
  void aCinemaWithShowsAndAwards() {
    ModelFixture.Loaded cinema =
        ModelFixture.files("entities/film.yml", entity("film", "film_id"))
            .with(
                "entities/screening.yml", entity("screening", "screening_id", "film_id", "guests"))
            .with("entities/review.yml", entity("review", "review_id", "film_id"))
            .with("entities/award.yml", entity("award", "award_id"))
            .with(
                ModelFixture.RELATIONSHIPS,
                """
                relationships:
                  film-screening:
                    relationship: one_to_many
                    joins:
                      - name: film_to_screening
                        default: true
                        join_type: left
                        type: sql
                        sql: '{source}.{film_id} = {destination}.{film_id}'

                      - name: film_to_real_screening
                        default: false
                        join_type: left
                        type: sql
                        sql: >
                          {source}.{film_id} = {destination}.{film_id}
                          AND {destination}.{guests} > 3
                  film-review:
                    relationship: one_to_many
                    joins:
                      - name: film_to_review
                        default: true
                        type: sql
                        sql: '{source}.{film_id} = {destination}.{film_id}'
                  film-award:
                    relationship: many_to_many
                    joins:
                      - name: film_to_award
                        default: true
                        join_type: left
                        type: lookup
                        lookup:
                          - destination: wh.main.film_awards
                            type: sql
                            sql: '{source}.{film_id} = {destination}.{film_id}'
                          - destination: award
                            type: sql
                            sql: '{source}.{award_id} = {destination}.{award_id}'
                """)
            .load()
            .isClean();
    assertEquals(3, cinema.model().relationships().size());
    assertTrue(cinema.relationship("film-award").defaultJoin().isPresent());
  }
}
