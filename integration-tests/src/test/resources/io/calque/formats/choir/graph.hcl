data_graph {
  version = "v0.0.6"

  # labels, not slugs, in conditions; names in whatever case
  profile {
    profile_folder  = "segment"
    materialization = "none"

    relationship: "memberships" {
      name           = "Memberships"
      related_entity = "membership-entity"
      trait {
        name     = "member_no"
        join_key = "number"
      }
      relationship "voices" {
        name           = "Voices sung"
        related_entity = "voice_entity"
        junction_table {
          primary_key   = "id"
          table_ref     = "CHOIR.MAIN.SINGS"
          left_join_on  = "MEMBERSHIP.NUMBER = MEMBER_NO"
          right_join_on = "VOICE_ID = VOICE.ID"
        }
      }
    }
    relationship "accounts" {
      name           = "Accounts"
      related_entity = "membership-entity"
      external_id {
        type     = "email"
        join_key = "mail"
      }
    }
  }

  entity "membership-entity" {
    name        = "membership"
    table_ref   = "CHOIR.MAIN.MEMBERSHIPS"
    primary_key = "number"
  }

  entity "voice_entity" {
    name        = "voice"
    table_ref   = "CHOIR.MAIN.VOICES"
    primary_key = "id"
  }
}
