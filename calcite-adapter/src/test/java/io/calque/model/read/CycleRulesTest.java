package io.calque.model.read;

import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Definitions that need themselves. */
class CycleRulesTest {
  private static String formula(String name, String sql) {
    return "  - {type: formula, name: %s, description: '', data_type: number, sql: '%s'}\n"
        .formatted(name, sql);
  }

  @Test
  void formulasGoRound() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(
                LOAN,
                "metrics:\n",
                formula("a", "{b} + 1")
                    + formula("b", "{c} + 1")
                    + formula("c", "{a} + 1")
                    + formula("d", "{a}")
                    + "metrics:\n")
            .load()
            .hasOneError()
            .reports("entities/loan.yml:13:5 error Y22", "loan.a -> loan.b -> loan.c -> loan.a")
            .reports("entities/loan.yml:16:5 warning C90", "loan.d cannot be used");
    assertTrue(loaded.entity("loan").feature("c").isEmpty());
    assertTrue(loaded.entity("loan").feature("days").isPresent());
  }

  @Test
  void aFormulaOfItself() {
    Library.model()
        .replacing(LOAN, "metrics:\n", formula("a", "{a} + 1") + "metrics:\n")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:13:5 error Y22", "loan.a -> loan.a");
  }

  @Test
  void metricsGoRound() {
    Library.model()
        .replacing(LOAN, "'SUM({days})'", "METRIC('mean_days') * METRIC('loans')")
        .load()
        .hasOneError()
        .reports(
            "entities/loan.yml:15:5 error C42",
            "METRIC('loan.days_lent') -> METRIC('loan.mean_days') -> METRIC('loan.days_lent')");
  }

  @Test
  void featuresGoRoundOverEntities() {
    Library.model()
        .replacing(
            LOAN,
            "metrics:\n",
            "  - {type: field, name: lateness, description: '', data_type: number, source: member, field:"
                + " late_loans}\nmetrics:\n  - {name: late, description: '', sql:"
                + " 'SUM({lateness})'}\n")
        .replacing(MEMBER, "metric: loans\n", "metric: late\n")
        .load()
        .hasOneError()
        .reports(
            "entities/loan.yml:13:5 error C43",
            "loan.lateness -> member.late_loans -> METRIC('loan.late') -> loan.lateness")
        .reports("entities/member.yml:39:5 warning C90", "member.trusted");
  }

  @Test
  void aFeatureIsNotUsedInItsOwnJoin() {
    Library.model()
        .replacing(
            RELATIONSHIPS,
            "'{source}.{isbn} = {destination}.{isbn}'\n  book",
            "'{source}.{title} = {destination}.{title}'\n  book")
        .load()
        .hasOneError()
        .reports(
            "entities/loan.yml:12:5 error C43",
            "loan.title -> join loan_to_book -> loan.title",
            "join's own condition");
  }

  @Test
  void aKeyThatNeedsItsOwnRowsGoesRound() {
    Library.model()
        .replacing(MEMBER, "keys: [card_no]", "keys: [late_loans]")
        .load()
        .reports("entities/member.yml:24:5 error Y22", "member.late_loans -> member.late_loans");
  }

  @Test
  void longChainsAreNoCycles() {
    StringBuilder chain = new StringBuilder(formula("f0", "{days}"));
    for (int i = 1; i < 5000; i++) {
      chain.append(formula("f" + i, "{f" + (i - 1) + "} + 1"));
    }
    Library.model().replacing(LOAN, "metrics:\n", chain + "metrics:\n").load().isClean();
  }
}
