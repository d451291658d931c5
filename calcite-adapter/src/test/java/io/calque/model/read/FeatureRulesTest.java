package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Direction;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin.RelatedEntity;
import org.junit.jupiter.api.Test;

/** What can be wrong with the features of an entity. */
class FeatureRulesTest {
  /** The library with one more feature of a member, in line 44 or so. */
  private static ModelFixture member(String feature) {
    return Library.model()
        .replacing(MEMBER, "metrics:\n", "  - " + feature.strip() + "\nmetrics:\n");
  }

  private static ModelFixture book(String feature) {
    return Library.model().replacing(BOOK, "metrics:\n", "  - " + feature.strip() + "\nmetrics:\n");
  }

  private static ModelFixture loan(String feature) {
    return Library.model().replacing(LOAN, "metrics:\n", "  - " + feature.strip() + "\nmetrics:\n");
  }

  @Test
  void aFeatureHasAType() {
    book("{name: x, description: '', source: lib.core.books, field: y}")
        .load()
        .hasOneError()
        .reports(
            "entities/book.yml:8:12 error Y3", "no type", "field, metric, first_last, formula");
  }

  @Test
  void aFeaturesTypeIsOneOfFour() {
    book("{type: filed, name: x, description: '', source: lib.core.books, field: y}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:12 error Y25", "filed", "did you mean field?");
  }

  @Test
  void aFeatureHasAName() {
    book("{type: field, description: '', source: lib.core.books, field: y}")
        .load()
        .reports("entities/book.yml:8:5 error Y3", "add name:");
    book("{type: field, name: '', source: lib.core.books, field: y}")
        .load()
        .reports("entities/book.yml:8:25 error Y28", "name is empty");
  }

  @Test
  void aFieldHasASourceAndAField() {
    book("{type: field, name: x, description: '', data_type: string, field: y}")
        .load()
        .reports("entities/book.yml:8:25 error Y3", "no source");
    book("{type: field, name: x, description: '', data_type: string, source: lib.core.books}")
        .load()
        .reports("entities/book.yml:8:25 error Y3", "no field");
    book("{type: field, name: x, description: '', data_type: string, source: '', field: y}")
        .load()
        .reports("entities/book.yml:8:72 error Y28", "source of x is empty");
  }

  @Test
  void aMetricFeatureHasAMetric() {
    member("{type: metric, name: x, description: '', data_type: number, source: loan}")
        .load()
        .reports("entities/member.yml:44:26 error Y3", "no metric");
  }

  @Test
  void aFormulaHasSql() {
    book("{type: formula, name: x, description: '', data_type: number}")
        .load()
        .reports("entities/book.yml:8:27 error Y3", "no sql");
    book("{type: formula, name: x, description: '', data_type: number, sql: ''}")
        .load()
        .reports("entities/book.yml:8:27 error Y28", "empty sql");
  }

  @Test
  void nullableKeysMayBeMissingOrNull() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: loan, metric:"
                + " days_lent, join_name: null, filters: null, time_field: ~}")
        .load()
        .isClean();
  }

  @Test
  void aMetricAmongFeaturesIsMisplaced() {
    book("{name: n, description: '', sql: COUNT(*)}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:12 error Y33", "move it to metrics:");
  }

  @Test
  void aFeatureAmongMetricsIsMisplaced() {
    Library.model()
        .replacing(BOOK, "metrics:\n", "metrics:\n  - {type: formula, name: f, sql: '{isbn}'}\n")
        .load()
        .hasOneError()
        .reports("entities/book.yml:9:12 error Y33", "move it to features:");
  }

  @Test
  void featureNamesAreUniqueWhateverTheirCase() {
    book("{type: formula, name: TITLE, description: '', data_type: string, sql: '{isbn}'}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:27 error Y11", "entities/book.yml:7:25");
  }

  @Test
  void aDataTypeIsOneOfFour() {
    book("{type: formula, name: x, description: '', data_type: sting, sql: '{isbn}'}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:58 error Y9", "sting", "did you mean string?");
  }

  @Test
  void aDataTypeMayBeMissing() {
    ModelFixture.Loaded loaded =
        book("{type: formula, name: x, description: '', sql: '{isbn}'}")
            .load()
            .hasNoErrors()
            .reports("entities/book.yml:8:27 info Y9");
    assertTrue(loaded.feature("book", "x").info().dataType().isEmpty());
  }

  @Test
  void aSourceIsSomethingKnown() {
    book("{type: field, name: x, description: '', data_type: string, source: lib.core.boks, field: y}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:72 error Y13", "did you mean lib.core.books?");
    book("{type: field, name: x, description: '', data_type: string, source: elsewhere.t, field: y}")
        .load()
        .reports("entities/book.yml:8:72 error Y13", "related_sources:\n      elsewhere.t:");
    book("{type: field, name: x, description: '', data_type: string, source: publisher, field: y}")
        .load()
        .reports("entities/book.yml:8:72 error Y13", "add entities/publisher.yml");
  }

  @Test
  void tablesMatchWhateverTheirCase() {
    book("{type: field, name: x, description: '', data_type: string, source: LIB.core.BOOKS, field: y}")
        .load()
        .isClean();
  }

  @Test
  void aFieldOfATableMayBeAnExpression() {
    FieldFeature shout =
        (FieldFeature)
            book("{type: field, name: shout, description: '', data_type: string, source:"
                    + " lib.core.books, field: upper(title)}")
                .load()
                .isClean()
                .feature("book", "shout");
    assertTrue(shout.isExpression());
    assertEquals("upper(title)", shout.field());
  }

  @Test
  void aFieldMayBeAQuotedColumn() {
    FieldFeature x =
        (FieldFeature)
            book("{type: field, name: x, description: '', data_type: string, source:"
                    + " lib.core.books, field: '\"Shelf No\"'}")
                .load()
                .isClean()
                .feature("book", "x");
    assertFalse(x.isExpression());
    assertEquals("Shelf No", x.field());
  }

  @Test
  void aFieldHasNoBraces() {
    book("{type: field, name: x, description: '', data_type: string, source: lib.core.books,"
            + " field: 'upper({title})'}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:102 error C51", "use type: formula");
  }

  @Test
  void aFieldDoesNotAggregate() {
    book("{type: field, name: x, description: '', data_type: number, source: lib.core.books,"
            + " field: sum(pages)}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:8:95 error Y18", "sum");
  }

  @Test
  void aFieldOfAnEntityIsOneOfItsFeatures() {
    loan("{type: field, name: x, description: '', data_type: string, source: book, field: titel}")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:13:85 error Y7", "book has no feature titel", "title");
  }

  @Test
  void aFieldNeedsOneValueForEachRow() {
    member("{type: field, name: x, description: '', data_type: number, source: loan, field: days}")
        .load()
        .hasOneError()
        .reports(
            "entities/member.yml:44:5 error Y14",
            "member to loan is one_to_many",
            "type: metric or type: first_last");
  }

  @Test
  void cardinalityIsSeenFromTheOwner() {
    loan("{type: field, name: x, description: '', data_type: datetime, source: member, field: joined}")
        .load()
        .isClean();
    loan("{type: metric, name: x, description: '', data_type: number, source: member, metric: members}")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:13:5 warning Y14", "loan to member is many_to_one");
  }

  @Test
  void aMetricIsOneOfTheSources() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: loan, metric: lons}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:44:87 error Y8", "loan has no metric lons", "loans");
    member(
            "{type: metric, name: x, description: '', data_type: number, source: loan, metric: members}")
        .load()
        .reports("entities/member.yml:44:87 error Y8", "the source's counts");
  }

  @Test
  void tablesHaveNoMetrics() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: lib.ref.towns,"
                + " metric: towns}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:44:73 error Y8", "is a table", "key_source: lib.ref.towns");
    member(
            "{type: metric, name: x, description: '', data_type: number, source: lib.core.loans,"
                + " metric: loans}")
        .load()
        .reports("entities/member.yml:44:73 error Y8", "write source: loan");
  }

  @Test
  void aJoinNameExistsWhereItIsUsed() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: loan, metric:"
                + " loans, join_name: loan_to_book}")
        .load()
        .hasOneError()
        .reports(
            "entities/member.yml:44:105 error Y19",
            "relationship member-loan has no join loan_to_book",
            "its joins are member_to_loan");
  }

  @Test
  void aJoinOfARelatedSourceIsLookedForThere() {
    member(
            "{type: field, name: x, description: '', data_type: string, source: lib.ref.towns, field:"
                + " zip, join_name: member_to_loan}")
        .load()
        .reports("entities/member.yml:44:110 error Y19", "its joins are by_card");
  }

  @Test
  void theKeySourceNeedsNoJoin() {
    book("{type: field, name: x, description: '', data_type: string, source: lib.core.books, field:"
            + " y, join_name: z}")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:8:109 warning Y19", "remove join_name");
  }

  @Test
  void anUnrelatedEntityCannotBeRead() {
    Library.model()
        .replacing(RELATIONSHIPS, "loan-book:", "writer-member:")
        .with(RELATIONSHIPS, "relationships: {}\n")
        .load()
        .reports(
            "entities/loan.yml:12:79 error Y27",
            "between loan and book",
            "loan-book:\n      relationship:");
  }

  @Test
  void anIndirectWayIsNamedAndALookupProposed() {
    member(
            "{type: metric, name: books_read, description: '', data_type: number, source: book,"
                + " metric: books}")
        .load()
        .hasOneError()
        .reports(
            "entities/member.yml:44:82 error C40",
            "member -> loan -> book",
            "member-book:\n      relationship: many_to_many",
            "- {destination: loan, type: sql, sql: '{source}.{card_no} = {destination}.{card_no}'}",
            "- {destination: book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}");
  }

  @Test
  void theProposedLookupIsRightBackwardsAndOverBridges() {
    ModelFixture fixture =
        Library.model()
            .replacing(
                Library.WRITER,
                "field: name}\n",
                "field: name}\n  - {type: metric, name: borrowed, description: '', data_type: number,"
                    + " source: loan, metric: loans}\n");
    String remedy =
        fixture.load().hasOneError().errors().get(0).remedy().replaceFirst("(?s)^.*?:\n", "");
    fixture
        .with(RELATIONSHIPS, fixture.text(RELATIONSHIPS) + remedy.indent(2))
        .load()
        .hasNoErrors()
        .obeys("C29");
  }

  @Test
  void theOwnEntityIsASourceOnlyThroughASelfRelationship() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: member, metric: members}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:44:73 error Y31", "member-member:");
  }

  @Test
  void aSelfRelationshipHasTwoDirections() {
    ModelFixture family =
        Library.model()
            .replacing(
                MEMBER,
                "  - type: formula\n",
                """
                  - {type: field, name: parent_card, description: '', data_type: string, source: lib.core.members, field: parent}
                  - {type: field, name: parent_joined, description: '', data_type: datetime, source: member, field: joined}
                  - {type: metric, name: children, description: '', data_type: number, source: member, metric: members, join_name: parent__reversed}
                  - {type: first_last, name: first_child, description: '', data_type: string, source: member, join_name: PARENT__REVERSED, options: {method: first, sort_by: joined, field: card_no}}
                  - type: formula
                """);
    ModelFixture.Loaded loaded =
        family
            .with(
                RELATIONSHIPS,
                family.text(RELATIONSHIPS)
                    + """
                      member-member:
                        relationship: many_to_one
                        joins:
                          - {name: parent, type: sql, sql: '{source}.{parent_card} = {destination}.{card_no}'}
                    """)
            .load()
            .isClean();
    FieldFeature parent = (FieldFeature) loaded.feature("member", "parent_joined");
    assertEquals(Direction.FORWARD, ((RelatedEntity) parent.origin()).traversal().direction());
    MetricFeature children = (MetricFeature) loaded.feature("member", "children");
    assertEquals(Direction.REVERSED, children.origin().traversal().direction());
    FirstLastFeature child = (FirstLastFeature) loaded.feature("member", "first_child");
    assertEquals(1, child.offset());
    assertEquals(Direction.REVERSED, ((RelatedEntity) child.origin()).traversal().direction());
  }

  @Test
  void theOtherDirectionOfASelfRelationshipIsSuggested() {
    ModelFixture family =
        member(
            "{type: metric, name: children, description: '', data_type: number, source: member,"
                + " metric: members}");
    family
        .with(
            RELATIONSHIPS,
            family.text(RELATIONSHIPS)
                + """
                  member-member:
                    relationship: many_to_one
                    joins:
                      - {name: parent, type: sql, sql: '{source}.{town} = {destination}.{card_no}'}
                """)
        .load()
        .reports("entities/member.yml:44:5 warning Y14", "write join_name: parent__reversed");
  }

  @Test
  void theOptionsOfFirstLastAreComplete() {
    String feature =
        "{type: first_last, name: x, description: '', data_type: string, source: loan, options: %s}";
    member(feature.formatted("{sort_by: lent, field: title}"))
        .load()
        .reports("entities/member.yml:44:92 error Y17", "no method");
    member(feature.formatted("{method: last, field: title}"))
        .load()
        .reports("entities/member.yml:44:92 error Y17", "no sort_by");
    member(feature.formatted("{method: last, sort_by: lent}"))
        .load()
        .reports("entities/member.yml:44:92 error Y17", "no field");
    member(feature.formatted("{method: latest, sort_by: lent, field: title}"))
        .load()
        .reports("entities/member.yml:44:101 error Y17", "latest", "method: last");
    member(feature.formatted("{method: last, sort_by: lent, field: title, offset: 0}"))
        .load()
        .reports("entities/member.yml:44:144 error Y17", "offset 0");
    member(feature.formatted("{method: last, sort_by: lent, field: title, data_type: number}"))
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:44:147 warning Y10", "number");
    member(feature.formatted("{method: last, sort_by: lend, field: title}"))
        .load()
        .reports("entities/member.yml:44:116 error Y7", "lend", "lent");
    member(feature.replace(", options: %s", ""))
        .load()
        .reports("entities/member.yml:44:30 error Y17", "no options");
  }

  @Test
  void firstLastOfTheOwnTableIsSenseless() {
    member(
            "{type: first_last, name: x, description: '', data_type: string, source: lib.core.members,"
                + " options: {method: last, sort_by: a, field: b}}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:44:77 error Y13", "one row for each member");
  }

  @Test
  void declaredTypesAgree() {
    loan("{type: field, name: x, description: '', data_type: number, source: book, field: title}")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:13:5 warning Y10", "book.title as string");
    member(
            "{type: metric, name: x, description: '', data_type: string, source: loan, metric: loans}")
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:44:5 warning Y10", "write data_type: number");
  }

  @Test
  void aTimeFieldIsADatetimeOfTheSource() {
    member(
            "{type: metric, name: x, description: '', data_type: number, source: loan, metric:"
                + " days_lent, time_field: days}")
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:44:110 warning Y20", "days of x is no datetime");
  }

  @Test
  void oneDefinitionUnderTwoNamesIsSuspicious() {
    book("{type: field, name: x, description: '', data_type: string, source: lib.core.books, field: title}")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:8:5 warning Y23", "x is defined just as title");
    Library.model()
        .replacing(
            BOOK, "metrics:\n", "metrics:\n  - {name: all, description: '', sql: COUNT(*)}\n")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:10:5 warning Y24", "books is defined just as all");
  }
}
