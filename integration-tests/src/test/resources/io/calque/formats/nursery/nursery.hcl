# A nursery that sells plants: whom Segment knows, what they hold and buy.
data_graph {
  version = "v1.0.0"

  entity "loyalty-card" {
    name        = "card"
    description = "A card with points on it"
    table_ref   = "nursery.shop.cards"
    primary_key = "CARD_NO"
  }

  entity "purchase" {
    name               = "Purchase"
    table_ref          = "nursery.shop.purchases"
    primary_key        = "id"
    enrichment_enabled = true   // for events
  }

  entity "plant" {
    name        = "Plant"
    table_ref   = "nursery.shop.plants"
    primary_key = "code"
  }

  /* Allotments are known by a number, which profiles have as a trait. */
  entity "allotment" {
    name        = "Allotment"
    table_ref   = "nursery.shop.allotments"
    primary_key = "no"
  }

  profile {
    profile_folder = "nursery.people"
    type           = "segment:materialized"

    relationship "cards" {
      name           = "Cards by e-mail"
      related_entity = "loyalty-card"
      external_id {
        type     = "email"
        join_key = "email"
      }

      relationship "card-purchases" {
        name           = "What was bought with the card"
        related_entity = "purchase"
        join_on        = "loyalty-card.card_no = purchase.card_no"

        relationship "bought-plants" {
          name           = "Plants bought"
          related_entity = "plant"
          junction_table {
            table_ref     = "nursery.shop.purchase_lines"
            primary_key   = "line"
            left_join_on  = "purchase.id = purchase_id"
            right_join_on = "plant_code = plant.code"
          }

          relationship "companions" {
            name           = "Plants that do well beside it"
            related_entity = "plant"
            join_on        = "plant.code = plant.grows_well_with"
          }
        }
      }
    }

    relationship "allotments" {
      name           = "Allotment by its number"
      related_entity = "allotment"
      trait {
        name     = "allotment_no"
        join_key = "no"
      }
    }
  }
}
