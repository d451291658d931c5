package io.calque.model.read;

import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Cardinality;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.SqlTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with relationships and joins, and what is said then. */
class RelationshipRulesTest {
  private static final String MEMBER_LOAN =
      """
            joins:
              - name: member_to_loan
                default: true
                join_type: left
                type: sql
                sql: '{source}.{card_no} = {destination}.{card_no}'
      """
          .indent(-2);

  /** The library with other joins between member and loan. */
  private static ModelFixture joins(String yaml) {
    return Library.model().replacing(RELATIONSHIPS, MEMBER_LOAN, yaml.indent(4));
  }

  private static ModelFixture with(String relationship) {
    ModelFixture library = Library.model();
    return library.with(RELATIONSHIPS, library.text(RELATIONSHIPS) + relationship.indent(2));
  }

  @Test
  void aKeyInTheWrongOrderIsSaidToBeJustThat() {
    Library.model()
        .replacing(Library.LOAN, "name: card_no", "name: borrower")
        .replacing(RELATIONSHIPS, "member-loan:", "loan-member:")
        .replacing(RELATIONSHIPS, "= {destination}.{card_no}", "= {destination}.{borrower}")
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:10:15 error C20",
            "fits only the other way round",
            "write the key as member-loan:");
  }

  @Test
  void aConditionThatFitsAsItIsIsNotSuspected() {
    Library.model().load().obeys("C20");
  }

  @Test
  void aTableAsEndPointsToRelatedSources() {
    with("""
            member-lib.ref.streets:
              relationship: many_to_one
              joins:
                - {name: x, type: sql, sql: '{source}.{card_no} = {destination}.{card}'}
            """)
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:32:3 error C21",
            "lib.ref.streets in the key member-lib.ref.streets is a table",
            "entities/member.yml",
            "related_sources:");
  }

  @Test
  void theTableOfAnEntityAsEndNamesTheEntity() {
    with("""
            writer-lib.core.members:
              relationship: many_to_one
              joins:
                - {name: x, type: sql, sql: '{source}.{writer_id} = {destination}.{card_no}'}
            """)
        .load()
        .reports("entities_relationships.yml:32:3 error C21", "write the entity member");
  }

  @Test
  void anUnknownEndHasTheNearestNames() {
    Library.model()
        .replacing(RELATIONSHIPS, "book-writer:", "book-writr:")
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:18:3 error R7", "no entity writr", "did you mean writer?");
  }

  @Test
  void aKeyWithoutHyphenIsNoPair() {
    Library.model()
        .replacing(RELATIONSHIPS, "book-writer:", "bookwriter:")
        .load()
        .reports("entities_relationships.yml:18:3 error C22", "customer-order:");
  }

  @Test
  void aKeyMayHaveSeveralHyphensIfItSplitsInOneWay() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(Library.WRITER, "name: writer\n", "name: ghost-writer\n")
            .replacing(RELATIONSHIPS, "book-writer:", "book-ghost-writer:")
            .replacing(RELATIONSHIPS, "destination: writer", "destination: ghost-writer")
            .load()
            .hasNoErrors();
    assertEquals("ghost-writer", loaded.relationship("book-ghost-writer").right());
  }

  @Test
  void aKeyThatSplitsInTwoWaysIsAnError() {
    String entity =
        """
        name: %s
        description: ''
        key_source: lib.core.%s
        keys: [id]
        features:
          - {type: field, name: id, description: '', data_type: number, source: lib.core.%s, field: id}
        """;
    ModelFixture model = ModelFixture.empty();
    for (String name : List.of("a", "a-b", "b-c", "c")) {
      String table = name.replace('-', '_');
      model = model.with("entities/" + name + ".yml", entity.formatted(name, table, table));
    }
    model
        .with(
            RELATIONSHIPS,
            """
            relationships:
              a-b-c:
                relationship: one_to_one
                joins:
                  - {name: x, type: sql, sql: '{source}.{id} = {destination}.{id}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:2:3 error C22", "a and b-c and a-b and c");
  }

  @Test
  void bothOrientationsOfAPairAreOneTooMany() {
    ModelFixture.Loaded loaded =
        with("""
                loan-member:
                  relationship: many_to_one
                  joins:
                    - {name: back, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                """)
            .load()
            .hasOneError()
            .reports(
                "entities_relationships.yml:32:3 error R12",
                "member-loan at entities_relationships.yml:2:3",
                "serves both directions");
    assertEquals(3, loaded.model().relationships().size());
  }

  @Test
  void theSameKeyTwiceIsADuplicate() {
    with("""
            member-loan:
              relationship: one_to_many
              joins:
                - {name: again, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:32:3 error R11", "entities_relationships.yml:2:3");
  }

  @Test
  void theSamePairUnderAnotherSpellingIsADuplicateToo() {
    with("""
            Member-loan:
              relationship: one_to_many
              joins:
                - {name: again, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:32:3 error R11");
  }

  @Test
  void aCardinalityOutsideTheFourHasTheNearest() {
    Library.model()
        .replacing(RELATIONSHIPS, "one_to_many", "one_too_many")
        .load()
        .reports("entities_relationships.yml:3:19 error R3", "one_too_many", "one_to_many");
  }

  @Test
  void aRelationshipNeedsACardinality() {
    Library.model()
        .replacing(RELATIONSHIPS, "    relationship: one_to_many\n", "")
        .load()
        .reports("entities_relationships.yml:2:3 error R3", "add relationship:");
  }

  @Test
  void aRelationshipNeedsAJoin() {
    joins("joins: []\n").load().reports("entities_relationships.yml:2:3 error R4", "type: sql");
  }

  @Test
  void twoDefaultsAreNone() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - {name: a, default: true, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                  - {name: b, default: true, type: sql, sql: '{source}.{town} = {destination}.{card_no}'}
                """)
            .load()
            .reports("entities_relationships.yml:7:9 error R6", "entities_relationships.yml:6:9");
    assertTrue(loaded.relationship("member-loan").defaultJoin().isEmpty());
    loaded.reports("entities/member.yml:28:13 error C41", "add join_name: a or b");
  }

  @Test
  void severalJoinsWithoutADefaultAreAWarning() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - {name: a, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                  - {name: b, type: sql, sql: '{source}.{town} = {destination}.{card_no}'}
                """)
            .load();
    loaded.reports("entities_relationships.yml:6:9 warning R6", "default: true");
    assertTrue(loaded.relationship("member-loan").defaultJoin().isEmpty());
  }

  @Test
  void theOnlyJoinIsTheDefaultEvenIfItSaysNo() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(
                RELATIONSHIPS,
                "default: true\n        join_type",
                "default: false\n        join_type")
            .load()
            .isClean();
    assertTrue(loaded.relationship("member-loan").defaultJoin().isPresent());
  }

  @Test
  void theOnlyJoinThatIsLeftDoesNotBecomeTheDefault() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - {name: a, default: true, type: sql}
                  - {name: b, default: false, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                """)
            .load()
            .reports("entities_relationships.yml:6:16 error R5", "join a has no sql");
    assertTrue(loaded.relationship("member-loan").defaultJoin().isEmpty());
    loaded.hasOneError().reports("entities/member.yml:28:13 warning C90", "repair");
  }

  @Test
  void joinsWithoutNameAreCounted() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - {default: true, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                  - {name: b, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                  - {type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
                """)
            .load()
            .isClean();
    assertEquals(
        List.of("default_1", "b", "default_2"),
        loaded.relationship("member-loan").joins().stream().map(Join::name).toList());
  }

  @Test
  void joinNamesAreUniqueInTheirRelationship() {
    joins(
            """
            joins:
              - {name: a, default: true, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
              - {name: A, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:7:16 error C27", "entities_relationships.yml:6:9");
  }

  @Test
  void aNameMayNotBeThatOfAnUnnamedJoin() {
    joins(
            """
            joins:
              - {default: true, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
              - {name: default_1, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}
            """)
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:7:16 error C27", "default_1, default_2");
  }

  @Test
  void twoRelationshipsMayUseOneJoinName() {
    Library.model().replacing(RELATIONSHIPS, "loan_to_book", "member_to_loan").load().isClean();
  }

  @Test
  void aJoinNeedsAKnownType() {
    joins("joins:\n  - {name: a, type: magic}\n")
        .load()
        .reports("entities_relationships.yml:6:25 error R5", "magic", "type: sql or lookup");
  }

  @Test
  void aJoinWithoutTypeIsReadAsWhatItHas() {
    joins("joins:\n  - {name: a, sql: '{source}.{card_no} = {destination}.{card_no}'}\n")
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:6:16 warning R5", "add type: sql");
  }

  @Test
  void anEmptyConditionIsAnError() {
    joins("joins:\n  - {name: a, type: sql, sql: ''}\n")
        .load()
        .reports("entities_relationships.yml:6:16 error Y28", "empty sql");
  }

  @Test
  void aConditionShouldMentionBothSides() {
    joins("joins:\n  - {name: a, type: sql, sql: '{source}.{card_no} = 5'}\n")
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:6:36 warning R9", "{destination}");
  }

  @Test
  void anUnknownNameInAConditionIsPointedAt() {
    joins("joins:\n  - {name: a, type: sql, sql: '{source}.{card_no} = {destination}.{cardno}'}\n")
        .load()
        .hasOneError()
        .reports(
            "entities_relationships.yml:6:57 error C23",
            "loan, which has no feature cardno",
            "did you mean card_no?");
  }

  @Test
  void aColumnInAConditionIsToldItsFeature() {
    joins("joins:\n  - {name: a, type: sql, sql: '{source}.{card} = {destination}.{card_no}'}\n")
        .load()
        .reports(
            "entities_relationships.yml:6:36 error C23",
            "write {source}.{card_no}",
            "not the column's");
  }

  @Test
  void theRightLineOfAFoldedConditionIsPointedAt() {
    joins(
            """
            joins:
              - name: a
                type: sql
                sql: >
                  {source}.{card_no} = {destination}.{card_no}
                  AND {destination}.{dayz} > 5
            """)
        .load()
        .reports("entities_relationships.yml:10:15 error C23", "dayz", "days");
  }

  @Test
  void conditionsMayBeAnything() {
    joins(
            """
            joins:
              - name: a
                type: sql
                sql: >
                  ({source}.{card_no} = {destination}.{card_no}
                  OR lower({source}.{town}) = {destination}.{card_no})
                  AND {destination}.{days} BETWEEN 1 AND 5
                  AND EXTRACT(year FROM {destination}.{lent}) = 2020
                  AND {destination}.{lent} > {source}.{joined} + INTERVAL 1 day
            """)
        .load()
        .isClean();
  }

  @Test
  void aPlaceholderInAConditionSaysWhose() {
    joins("joins:\n  - {name: a, type: sql, sql: '{card_no} = {destination}.{card_no}'}\n")
        .load()
        .reports(
            "entities_relationships.yml:6:36 error C51",
            "does not say whose",
            "write {source}.{card_no} or {destination}.{card_no}");
  }

  @Test
  void manyToManyWithoutABridgeIsSuspicious() {
    Library.model()
        .replacing(RELATIONSHIPS, "one_to_many", "many_to_many")
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:6:9 warning C28", "goes over no bridge");
  }

  @Test
  void aJoinTypeIsOneOfFour() {
    Library.model()
        .replacing(RELATIONSHIPS, "join_type: left", "join_type: sql")
        .load()
        .reports("entities_relationships.yml:8:20 error C30", "left, inner, right, full");
  }

  @Test
  void anInnerJoinKeepsTheRowsOfAFeaturesEntity() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(RELATIONSHIPS, "join_type: left", "join_type: inner")
            .load()
            .hasNoErrors()
            .reports("entities/member.yml:24:5 warning C31", "late_loans");
    assertEquals(
        JoinType.INNER,
        loaded.relationship("member-loan").join("member_to_loan").orElseThrow().declaredType());
  }

  @Test
  void olderPairsOfFieldsBecomeACondition() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - name: a
                    type: fields
                    fields:
                      - {source: card_no, destination: card_no, operator: equal}
                      - {source: joined, destination: lent, operator: lte}
                """)
            .load()
            .isClean();
    SqlTemplate predicate =
        loaded.relationship("member-loan").joins().get(0).path().hops().get(0).predicate();
    assertEquals(List.of("card_no", "joined"), predicate.sideRefs(io.calque.model.Side.SOURCE));
    assertTrue(predicate.parts().contains(new SqlTemplate.Text(" <= ")));
    assertTrue(predicate.parts().contains(new SqlTemplate.Text(" AND ")));
  }

  @Test
  void pairsWithTheirKeysApartArePutTogether() {
    ModelFixture.Loaded loaded =
        joins(
                """
                joins:
                  - name: a
                    type: fields
                    fields:
                      - source: card_no
                      - destination: card_no
                      - operator: equal
                      - source: joined
                      - destination: lent
                      - operator: lt
                """)
            .load()
            .hasNoErrors()
            .reports("entities_relationships.yml:9:13 warning R5", "an item of its own");
    assertEquals(
        7,
        loaded
            .relationship("member-loan")
            .joins()
            .get(0)
            .path()
            .hops()
            .get(0)
            .predicate()
            .parts()
            .size());
  }

  @Test
  void anOperatorOfPairsIsOneOfFive() {
    joins(
            """
            joins:
              - name: a
                type: fields
                fields:
                  - {source: card_no, destination: card_no, operator: equals}
            """)
        .load()
        .reports("entities_relationships.yml:9:63 error R8", "equals", "did you mean equal?");
  }

  @Test
  void anOperatorOfPairsMayBeMissing() {
    joins(
            """
            joins:
              - name: a
                type: fields
                fields:
                  - {source: card_no, destination: card_no}
            """)
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:9:13 warning R8", "add operator: equal");
  }

  @Test
  void namesOfPairsAreChecked() {
    joins(
            """
            joins:
              - name: a
                type: fields
                fields:
                  - {source: card_no, destination: carrd_no, operator: equal}
            """)
        .load()
        .reports("entities_relationships.yml:9:44 error C23", "carrd_no");
  }

  @Test
  void namesOfJoinsAreInStyle() {
    Library.model()
        .replacing(RELATIONSHIPS, "loan_to_book", "LoanToBook")
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yml:15:15 warning R10", "call it loan_to_book");
  }

  @Test
  void namesOfEntitiesMatchWhateverTheirCase() {
    ModelFixture.Loaded loaded =
        Library.model().replacing(RELATIONSHIPS, "loan-book:", "Loan-BOOK:").load().hasNoErrors();
    assertEquals(Cardinality.MANY_TO_ONE, loaded.relationship("loan-book").cardinality());
  }

  @Test
  void anEmptyMapOfRelationshipsIsFine() {
    ModelFixture.files(Library.BOOK, Library.model().text(Library.BOOK))
        .with(RELATIONSHIPS, "relationships: {}\n")
        .load()
        .isClean();
    ModelFixture.files(Library.BOOK, Library.model().text(Library.BOOK))
        .with(RELATIONSHIPS, "relationships:\n")
        .load()
        .isClean();
  }

  @Test
  void relationshipsAreAMap() {
    ModelFixture.files(Library.BOOK, Library.model().text(Library.BOOK))
        .with(RELATIONSHIPS, "relationships:\n  - book-writer\n")
        .load()
        .hasOneError()
        .reports("entities_relationships.yml:2:3 error R2", "a list", "customer-order:");
  }

  @Test
  void aRelationshipIsAMap() {
    Library.model()
        .with(RELATIONSHIPS, "relationships:\n  book-writer: many_to_many\n")
        .load()
        .reports("entities_relationships.yml:2:16 error C04", "should be a map");
  }
}
