package io.calque.model.read;

import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.calque.model.Node;
import org.junit.jupiter.api.Test;

/** What can be wrong with the steps of lookups. */
class LookupRulesTest {
  private static ModelFixture memberBook(String cardinality, String steps) {
    ModelFixture library = Library.model();
    String relationship =
        """
          member-book:
            relationship: %s
            joins:
              - name: borrowed
                type: lookup
                lookup:
        """
            .formatted(cardinality);
    return library.with(
        RELATIONSHIPS, library.text(RELATIONSHIPS) + relationship + steps.indent(10));
  }

  @Test
  void aBridgeMayBeAnEntityWithItsFeatures() {
    ModelFixture.Loaded loaded =
        memberBook(
                "many_to_many",
                """
                - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                - {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
                """)
            .load()
            .isClean();
    assertInstanceOf(
        Node.EntityNode.class,
        loaded.relationship("member-book").joins().get(0).path().bridges().get(0));
  }

  @Test
  void namesOnAnEntityInBetweenAreFeatures() {
    memberBook(
            "many_to_many",
            """
            - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card}'}
            - {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
            """)
        .load()
        .reports("entities_relationships.yml:38:71 error C23", "loan, which has no feature card");
  }

  @Test
  void namesOnABareTableAreColumnsAndNotChecked() {
    memberBook(
            "many_to_many",
            """
            - {destination: lib.old.lending, type: sql, sql: '{source}.{card_no} = {destination}.{crd}'}
            - {destination: book, type: sql, sql: '{source}.{nmbr} = {destination}.{isbn}'}
            """)
        .load()
        .isClean();
  }

  @Test
  void sourceOfALaterStepIsNotTheFirstEntity() {
    memberBook(
            "many_to_many",
            """
            - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            - {destination: book, type: sql, sql: '{source}.{town} = {destination}.{isbn}'}
            """)
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:39:50 error C24",
            "step 2",
            "means loan, which the step before reached, and not member",
            "only step 1 can speak of member");
  }

  @Test
  void theRightTextIsShownWhereStepOneCarriesTheValue() {
    Library.model()
        .replacing(Library.LOAN, "name: card_no", "name: borrower")
        .replacing(RELATIONSHIPS, "= {destination}.{card_no}", "= {destination}.{borrower}")
        .replacing(
            RELATIONSHIPS,
            "relationships:\n",
            """
            relationships:
              member-book:
                relationship: many_to_many
                joins:
                  - name: borrowed
                    type: lookup
                    lookup:
                      - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{borrower}'}
                      - {destination: book, type: sql, sql: '{source}.{card_no} = {destination}.{isbn}'}
            """)
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:9:50 error C24",
            "write {source}.{borrower}, which step 1 made equal to it");
  }

  @Test
  void onABareTableItIsOnlySuspected() {
    memberBook(
            "many_to_many",
            """
            - {destination: lib.old.lending, type: sql, sql: '{source}.{card_no} = {destination}.{borrower}'}
            - {destination: book, type: sql, sql: '{source}.{card_no} = {destination}.{isbn}'}
            """)
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:39:50 warning C24", "write {source}.{borrower}");
  }

  @Test
  void aTablesOwnIdIsNotSuspected() {
    ModelFixture shop =
        Library.model()
            .replacing(Library.MEMBER, "card_no", "id")
            .replacing(RELATIONSHIPS, "{source}.{card_no}", "{source}.{id}");
    shop.with(
            RELATIONSHIPS,
            shop.text(RELATIONSHIPS)
                + """
                  member-book:
                    relationship: many_to_many
                    joins:
                      - name: borrowed
                        type: lookup
                        lookup:
                          - {destination: lib.old.lending, type: sql, sql: '{source}.{id} = {destination}.{member}'}
                          - {destination: book, type: sql, sql: '{source}.{id} = {destination}.{isbn}'}
                """)
        .load()
        .isClean();
  }

  @Test
  void theLastStepArrivesAtTheRightEntity() {
    memberBook(
            "many_to_many",
            "- {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}\n")
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:38:27 error C25", "should arrive at book", "add a step");
  }

  @Test
  void theLastStepNamesTheEntityNotItsTable() {
    memberBook(
            "many_to_many",
            """
            - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            - {destination: lib.core.books, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
            """)
        .load()
        .reports("entities_relationships.yml:39:27 error C25", "write destination: book");
  }

  @Test
  void stepsThatEndAtTheFirstEntityShowAKeyInTheWrongOrder() {
    memberBook(
            "many_to_many",
            """
            - {destination: loan, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
            - {destination: member, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:39:27 error C20", "book-member:");
  }

  @Test
  void aStopWithoutDotsShouldBeAnEntity() {
    memberBook(
            "many_to_many",
            """
            - {destination: laon, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            - {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
            """)
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:38:27 warning C26", "did you mean loan?");
  }

  @Test
  void theStepsTogetherHaveACardinality() {
    memberBook(
            "one_to_many",
            """
            - {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            - {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
            """)
        .load()
        .hasNoErrors()
        .reports(
            "entities_relationships.yml:35:9 warning C29",
            "together are many_to_many",
            "write relationship: many_to_many");
  }

  @Test
  void aLookupNeedsSteps() {
    memberBook("many_to_many", "").load().reports("entities_relationships.yml:35:15 error R5");
  }

  @Test
  void aStepNeedsADestination() {
    memberBook("many_to_many", "- {type: sql, sql: '{source}.{card_no} = {destination}.{isbn}'}\n")
        .load()
        .reports("entities_relationships.yml:38:13 error R5", "no destination");
  }

  @Test
  void aStepHasNoStepsOfItsOwn() {
    memberBook(
            "many_to_many",
            """
            - destination: book
              type: lookup
              lookup:
                - {destination: book, type: sql, sql: '{source}.{card_no} = {destination}.{isbn}'}
            """)
        .load()
        .reports("entities_relationships.yml:38:13 error R5", "outer lookup");
  }

  @Test
  void aStepMayHavePairs() {
    ModelFixture.Loaded loaded =
        memberBook(
                "many_to_many",
                """
                - destination: loan
                  type: fields
                  fields: [{source: card_no, destination: card_no, operator: equal}]
                - {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
                """)
            .load()
            .isClean();
    assertEquals(2, loaded.relationship("member-book").joins().get(0).path().hops().size());
  }

  @Test
  void aLookupOfARelatedSourceEndsAtItsTable() {
    String lookup =
        """
              - name: by_card
                type: lookup
                lookup:
                  - {destination: lib.ref.addresses, type: sql, sql: '{source}.{card_no} = {destination}.{card}'}
                  - {destination: %s, type: sql, sql: '{source}.{town_id} = {destination}.{id}'}
        """
            .indent(-2);
    ModelFixture library = Library.model();
    String yaml = library.text(Library.MEMBER);
    int at = yaml.indexOf("      - name: by_card");
    library
        .with(Library.MEMBER, yaml.substring(0, at) + lookup.formatted("lib.ref.towns").indent(2))
        .load()
        .isClean();
    library
        .with(Library.MEMBER, yaml.substring(0, at) + lookup.formatted("lib.ref.cities").indent(2))
        .load()
        .reports("entities/member.yml:57:27 error C25", "should arrive at lib.ref.towns");
  }
}
