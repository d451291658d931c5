package io.calque.model.diff;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static io.calque.model.read.Library.WRITER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.diff.Change.Detail;
import io.calque.model.read.Library;
import io.calque.model.read.ModelFixture;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What counts as a change of a model, and what does not. */
class ModelDiffTest {
  private static List<Change> changes(ModelFixture newer) {
    return ModelDiff.of(Library.model().load().model(), newer.load().hasNoErrors().model());
  }

  private static void assertChanges(ModelFixture newer, String... expected) {
    assertEquals(List.of(expected), changes(newer).stream().map(ModelDiffTest::text).toList());
  }

  /** Descriptions are left out where an element is new or gone: they say nothing of the change. */
  private static String text(Change change) {
    String formerly = change.formerly().map(old -> " from " + old.name()).orElse("");
    return change.type()
        + " "
        + change.element().kind()
        + " "
        + change.element().name()
        + formerly
        + change.details().stream().map(ModelDiffTest::text).collect(Collectors.joining());
  }

  private static String text(Detail detail) {
    return " | %s: %s -> %s".formatted(detail.aspect(), detail.before(), detail.after());
  }

  @Test
  void orderLayoutCommentsAndCaseOfReferencesAreNoChange() {
    assertChanges(
        Library.model()
            .replacing(
                MEMBER,
                "    sql: '{late_loans} < 3'",
                "    sql: |\n      {LATE_LOANS}   <\n      3 /* for now */")
            .replacing(BOOK, "name: book\n", "# a comment\nname:   book\n")
            .replacing(
                BOOK,
                "description: Something to read\nkey_source: lib.core.books\n",
                "key_source: lib.core.books\ndescription: Something   to read\n")
            .replacing(
                RELATIONSHIPS,
                "'{source}.{isbn} = {destination}.{isbn}'\n  book-writer",
                "'{destination}.{isbn}={source}.{isbn}'\n  book-writer"));
  }

  @Test
  void whatChangesInADefinitionIsTold() {
    List<Change> changes =
        changes(
            Library.model()
                .replacing(MEMBER, "{late_loans} < 3", "{late_loans} < 5")
                .replacing(MEMBER, "values: [28]", "values: [30]"));
    assertEquals(
        List.of(
            "changed feature member.late_loans | filters: days gt 28 and {source}.{returned} IS NOT"
                + " NULL -> days gt 30 and {source}.{returned} IS NOT NULL",
            "changed feature member.trusted | sql: {late_loans} < 3 -> {late_loans} < 5"),
        changes.stream().map(ModelDiffTest::text).toList());
    assertEquals("entities/member.yml:39:5", changes.get(1).before().orElseThrow().toString());
    assertFalse(changes.get(1).takesAway());
  }

  @Test
  void keysJoinsAndRelationships() {
    assertChanges(
        Library.model()
            .replacing(LOAN, "keys: [loan_id]", "keys: [loan_id, card_no]")
            .replacing(RELATIONSHIPS, "relationship: many_to_one", "relationship: one_to_one")
            .replacing(RELATIONSHIPS, "join_type: left", "join_type: inner")
            .replacing(
                RELATIONSHIPS,
                "- destination: writer\n            type: sql\n            sql: '{source}.{writer_id}",
                "- destination: writer\n            type: sql\n            sql: '{source}.{author_id}"),
        "changed entity loan | keys: loan_id -> loan_id, card_no",
        "changed join member-loan.member_to_loan | join type:  -> inner",
        "changed relationship loan-book | cardinality: many_to_one -> one_to_one",
        "changed join loan-book.loan_to_book | cardinality: many_to_one -> one_to_one",
        "changed join book-writer.book_to_writer | path: lib.core.authorship: {source}.{isbn} ="
            + " {destination}.{isbn}; writer: {source}.{writer_id} = {destination}.{writer_id} ->"
            + " lib.core.authorship: {source}.{isbn} = {destination}.{isbn}; writer:"
            + " {source}.{author_id} = {destination}.{writer_id}");
  }

  @Test
  void whatIsPartOfSomethingNewOrGoneIsToldWithIt() {
    List<Change> changes =
        changes(
            Library.model()
                .without(WRITER)
                .with(
                    RELATIONSHIPS, Library.model().text(RELATIONSHIPS).split("  book-writer")[0]));
    assertEquals(
        List.of(
            "removed entity writer | description: Somebody who wrote a book ->  | table:"
                + " lib.core.writers ->  | keys: writer_id ->  | features: writer_id, full_name -> ",
            "removed relationship book-writer | description: Books have writers ->  | cardinality:"
                + " many_to_many ->  | joins: book_to_writer -> "),
        changes.stream().map(ModelDiffTest::text).toList());
    assertTrue(changes.stream().allMatch(Change::takesAway));
  }

  /** A definition that only follows the new name has not changed. */
  @Test
  void anEqualDefinitionUnderAnotherNameIsARename() {
    List<Change> changes =
        changes(
            Library.model()
                .replacing(MEMBER, "name: late_loans", "name: overdue")
                .replacing(MEMBER, "{late_loans} < 3", "{overdue} < 3")
                .replacing(MEMBER, "name: trusted", "name: reliable"));
    assertEquals(
        List.of(
            "renamed feature member.overdue from member.late_loans",
            "renamed feature member.reliable from member.trusted"),
        changes.stream().map(ModelDiffTest::text).toList());
    assertTrue(changes.get(0).takesAway());
  }

  @Test
  void anEntityMayBeRenamedWithAllThatNamesIt() {
    ModelFixture renamed =
        Library.model()
            .without(WRITER)
            .with(
                "entities/author.yml",
                Library.model().text(WRITER).replace("name: writer\n", "name: author\n"))
            .replacing(RELATIONSHIPS, "book-writer:", "book-author:")
            .replacing(RELATIONSHIPS, "- destination: writer", "- destination: author");
    assertChanges(renamed, "renamed entity author from writer");
    ModelFixture alias =
        renamed.replacing("entities/author.yml", "keys:", "aliases: [writer]\nkeys:");
    List<Change> changes = changes(alias);
    assertFalse(changes.get(0).takesAway(), changes::toString);
  }

  @Test
  void twoThatMeanTheSameAreNoRename() {
    assertChanges(
        Library.model()
            .replacing(BOOK, "name: books,", "name: titles,")
            .replacing(
                BOOK,
                "metrics:\n",
                "metrics:\n  - {name: volumes, description: '', sql: COUNT( * )}\n"),
        "removed metric book.books | description: Number of books ->  | sql: COUNT(*) -> ",
        "added metric book.volumes | sql:  -> COUNT( * )",
        "added metric book.titles | description:  -> Number of books | sql:  -> COUNT(*)");
  }

  /** Formats differ in the end at which they begin a relationship. */
  @Test
  void aRelationshipFromTheOtherEndIsTheSame() {
    assertChanges(
        Library.model()
            .with(
                RELATIONSHIPS,
                """
                relationships:
                  loan-member:
                    relationship: many_to_one
                    description: A member borrows
                    joins:
                      - name: member_to_loan
                        join_type: left
                        type: sql
                        sql: '{source}.{card_no} = {destination}.{card_no}'
                  book-loan:
                    relationship: one_to_many
                    description: A loan is of a book
                    joins:
                      - {name: loan_to_book, type: sql, sql: '{source}.{isbn} = {destination}.{isbn}'}
                  writer-book:
                    relationship: many_to_many
                    description: Books have writers
                    joins:
                      - name: book_to_writer
                        type: lookup
                        lookup:
                          - destination: lib.core.authorship
                            type: sql
                            sql: '{source}.{writer_id} = {destination}.{writer_id}'
                          - destination: book
                            type: sql
                            sql: '{source}.{isbn} = {destination}.{isbn}'
                """));
  }

  @Test
  void whatQueriesCannotNameTakesNothingAway() {
    List<Change> hidden =
        changes(
            Library.model()
                .replacing(MEMBER, "name: joined\n", "name: joined\n    queryable: false\n"));
    assertTrue(hidden.get(0).takesAway());
    List<Change> shown =
        ModelDiff.of(
            Library.model()
                .replacing(MEMBER, "name: joined\n", "name: joined\n    queryable: false\n")
                .load()
                .model(),
            Library.model().load().model());
    assertFalse(shown.get(0).takesAway());
  }
}
