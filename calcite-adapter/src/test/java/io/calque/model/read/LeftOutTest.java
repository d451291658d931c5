package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Feature;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has an error is left out in the smallest unit, with what depends on it. */
class LeftOutTest {
  @Test
  void aBadFeatureLeavesItsEntity() {
    ModelFixture.Loaded loaded =
        Library.model().replacing(LOAN, "type: field, name: days", "type: feld, name: days").load();
    loaded.hasOneError();
    List<String> features = loaded.entity("loan").features().stream().map(Feature::name).toList();
    assertEquals(List.of("loan_id", "card_no", "isbn", "lent", "returned", "title"), features);
  }

  @Test
  void whatDependsOnItGoesToo() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(LOAN, "type: field, name: days", "type: feld, name: days")
            .load()
            .hasOneError()
            .reports("entities/loan.yml:15:5 warning C90", "METRIC('loan.days_lent')", "loan.days")
            .reports("entities/loan.yml:16:5 warning C90", "METRIC('loan.mean_days')")
            .reports("entities/member.yml:24:5 warning C90", "member.late_loans")
            .reports("entities/member.yml:39:5 warning C90", "member.trusted");
    assertTrue(loaded.entity("loan").metric("loans").isPresent());
    assertTrue(loaded.entity("loan").metric("mean_days").isEmpty());
    assertTrue(loaded.entity("member").feature("trusted").isEmpty());
  }

  @Test
  void aBadJoinLeavesItsRelationship() {
    String second =
        """
                default: true
                join_type: left
                type: sql
                sql: '{source}.{card_no} = {destination}.{card_no}'
              - name: guarantor
                type: sql
                sql: '{source}.{card_no} = {destination}.{guarantor}'
        """;
    ModelFixture library = Library.model();
    ModelFixture.Loaded loaded =
        library
            .with(
                RELATIONSHIPS,
                library
                    .text(RELATIONSHIPS)
                    .replaceFirst(
                        "        default: true\n        join_type: left\n.*\n.*\n",
                        java.util.regex.Matcher.quoteReplacement(second)))
            .load()
            .hasOneError();
    assertEquals(1, loaded.relationship("member-loan").joins().size());
    assertTrue(loaded.entity("member").feature("late_loans").isPresent());
  }

  @Test
  void theLastJoinTakesItsRelationshipAlong() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(
                RELATIONSHIPS, "'{source}.{isbn} = {destination}.{isbn}'\n  book", "''\n  book")
            .load();
    loaded.hasOneError();
    assertEquals(2, loaded.model().relationships().size());
    assertTrue(loaded.entity("loan").feature("title").isEmpty());
    assertTrue(loaded.entity("member").feature("last_title").isEmpty());
  }

  @Test
  void aJoinGoesWithAFeatureItNeeds() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(LOAN, "type: field, name: card_no", "type: feld, name: card_no")
            .load()
            .hasOneError()
            .reports("entities_relationships.yml:6:9 warning C90", "join member_to_loan");
    assertEquals(2, loaded.model().relationships().size());
  }

  @Test
  void aRelatedSourceGoesWithItsLastJoin() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(MEMBER, "'{source}.{card_no} = {destination}.{card}'", "'{source}.{cart}'")
            .load()
            .hasOneError();
    assertTrue(loaded.entity("member").relatedSources().isEmpty());
    assertTrue(loaded.entity("member").feature("town").isEmpty());
  }

  @Test
  void anEntityWhoseKeyIsLeftOutHasNone() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(BOOK, "type: field, name: isbn", "type: feld, name: isbn")
            .load()
            .hasOneError()
            .reports("entities/book.yml:4:8 warning C90", "the key of book");
    assertTrue(loaded.entity("book").keys().isEmpty());
  }

  @Test
  void nothingIsLeftOutWithoutAnError() {
    for (String joins :
        List.of(
            "type: lookup, lookup: []", "type: fields, fields: []", "type: sql, sql: '/* */'")) {
      Library.model()
          .with(
              RELATIONSHIPS,
              "relationships:\n  book-writer:\n    relationship: one_to_one\n    joins:\n      - {name: a, "
                  + joins
                  + "}\n")
          .replacing(LOAN, ", source: book, field: title}", ", source: lib.core.loans, field: t}")
          .replacing(MEMBER, "source: loan", "source: lib.ref.towns")
          .replacing(MEMBER, "metric: loans", "field: loans")
          .replacing(MEMBER, "type: metric", "type: field")
          .load()
          .hasOneError();
    }
    Library.model()
        .replacing(MEMBER, "    metric: loans\n", "    metric: loans\n    join_name: [x]\n")
        .load()
        .hasOneError()
        .reports("entities/member.yml:30:16 error C04", "join_name");
    Library.model()
        .replacing(MEMBER, "offset: 1", "offset: [2]")
        .load()
        .hasOneError()
        .reports("entities/member.yml:38:66 error C04", "offset");
  }

  @Test
  void problemsComeByPlace() {
    List<Problem> problems =
        Library.model()
            .replacing(LOAN, "type: field, name: days", "type: feld, name: days")
            .replacing(BOOK, "keys:", "kyes:")
            .with(RELATIONSHIPS, "relationships: 7")
            .load()
            .result()
            .problems();
    assertEquals(problems.stream().sorted(Problem.BY_PLACE).toList(), problems);
    assertEquals(
        problems.stream().map(problem -> problem.place().file()).sorted().toList(),
        problems.stream().map(problem -> problem.place().file()).toList());
    assertTrue(problems.stream().map(Problem::severity).min(Comparator.naturalOrder()).isPresent());
  }

  @Test
  void aProblemIsOneLineAndARemedy() {
    Problem problem =
        Library.model()
            .replacing(BOOK, "field: title}", "field: titel, x: y}")
            .load()
            .result()
            .problems()
            .get(0);
    assertEquals(
        "entities/book.yml:7:109: warning C03: a feature has no key x", problem.headline());
    assertTrue(problem.toString().startsWith(problem.headline() + "\n    "));
    assertEquals("book", problem.subject());
  }
}
