package io.calque.model.read;

import static io.calque.model.read.Library.LOAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.Feature.FormulaFeature;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.MetricRef;
import io.calque.model.SqlTemplate.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas and metrics: what becomes of their SQL, and what can be wrong with it. */
class SqlRulesTest {
  private static String indented(String sql) {
    return sql.indent(8).replaceFirst("\n$", "");
  }

  /** A loan with a formula x, whose SQL begins in line 18, column 9. */
  private static ModelFixture formula(String sql) {
    return Library.model()
        .replacing(
            LOAN,
            "metrics:\n",
            "  - type: formula\n    name: x\n    description: ''\n    data_type: number\n    sql: |\n"
                + indented(sql)
                + "\n  - {type: formula, name: date, description: '', data_type: datetime, sql: '{lent}'}\n"
                + "  - {type: formula, name: year, description: '', data_type: number, sql: 'year({lent})'}\n"
                + "  - {type: formula, name: amount, description: '', data_type: number, sql: '{days} * 2'}\n"
                + "metrics:\n");
  }

  /** A loan with a metric x, whose SQL begins in line 18, column 9. */
  private static ModelFixture metric(String sql) {
    return Library.model()
        .replacing(
            LOAN,
            "metrics:\n",
            "  - {type: formula, name: amount, description: '', data_type: number, sql: '{days} * 2'}\n"
                + "  - {type: formula, name: year, description: '', data_type: number, sql: 'year({lent})'}\n"
                + "metrics:\n  - name: x\n    description: ''\n    sql: |\n"
                + indented(sql)
                + "\n");
  }

  private static List<SqlTemplate.Part> parts(String sql) {
    ModelFixture.Loaded loaded = formula(sql).load().hasNoErrors();
    return ((FormulaFeature) loaded.feature("loan", "x")).sql().parts();
  }

  @Test
  void placeholdersAreHolesAndTheRestIsText() {
    assertEquals(
        List.of(new FeatureRef("days"), new Text(" * 2 + "), new FeatureRef("amount")),
        parts("{days} * 2 + { amount }"));
  }

  @Test
  void quotesAndCommentsHideBraces() {
    String sql = "{days} || '{isbn} it''s' || \"{isbn}\" || `{isbn}` /* {isbn} */ || $$ {isbn} $$";
    assertEquals(
        List.of(new FeatureRef("days"), new Text(sql.substring("{days}".length()))), parts(sql));
  }

  @Test
  void otherBracesPass() {
    String sql = "coalesce({'a': 1}, {d '2024-01-01'}, {fn now()}, map {1: 2})";
    assertEquals(List.of(new Text(sql)), parts(sql));
  }

  @Test
  void aBackslashMayHideAQuote() {
    assertEquals(
        List.of(new Text("'it\\'s' || "), new FeatureRef("isbn")), parts("'it\\'s' || {isbn}"));
  }

  @Test
  void aCommentAtTheEndIsFollowedByANewLine() {
    assertEquals(
        List.of(new FeatureRef("days"), new Text(" -- in days\n")), parts("{days} -- in days"));
    formula("{days} -- in days").load().reports("entities/loan.yml:18:16 warning C52", "/* … */");
  }

  @Test
  void aFeatureMayBeCalledSource() {
    ModelFixture.Loaded loaded =
        formula("{source} + 1").replacing(LOAN, "name: amount", "name: source").load().isClean();
    assertEquals(
        List.of("source"), ((FormulaFeature) loaded.feature("loan", "x")).sql().featureRefs());
  }

  @Test
  void aFormulaKnowsNoSides() {
    formula("{source}.{days} + 1")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:18:9 error C51", "write {days}");
  }

  @Test
  void anUnknownPlaceholderHasTheNearest() {
    formula("1 +\n  {dayz}")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:19:11 error Y7", "{dayz} in formula x", "did you mean days?");
    formula("{lent_at}").load().reports("entities/loan.yml:18:9 error Y7", "write {lent}");
    metric("SUM({dayz})").load().reports("entities/loan.yml:19:13 error Y7", "{dayz} in metric x");
    metric("1 + {loans}").load().reports("entities/loan.yml:19:13 error Y7", "METRIC('loans')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount + 1",
        "coalesce(amount, 0)",
        "CASE WHEN amount > 1 THEN 1 END",
        "{days} - amount",
        "({days} * amount)"
      })
  void aBareFeatureInAFormulaIsAnError(String sql) {
    formula(sql).load().hasOneError().obeys("Y4");
    assertEquals("Y5", formula(sql).load().errors().get(0).rule().code());
  }

  @Test
  void aBareFeatureInAMetricIsAnError() {
    metric("SUM(amount)")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:19:13 error Y4", "amount in metric x", "write {amount}");
  }

  @Test
  void whereAWordMayBeSomethingElseItIsAWarning() {
    formula("my_udf(amount, {days})")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:18:16 warning Y5", "looks like");
    formula("list_transform([{days}], amount -> 1 + amount)")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:18:48 warning Y5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXTRACT(year FROM {lent})",
        "{lent} + INTERVAL 1 year",
        "{lent} + INTERVAL '1' year",
        "CAST({lent} AS date)",
        "{lent}::date",
        "date({lent})",
        "date_trunc('year', {lent})",
        "DATEDIFF(year, {lent}, {returned})",
        "date '2024-01-01'",
        "amount({days})",
        "'amount'",
        "\"amount\"",
        "s.amount",
        "struct_pack(amount := 1)",
        "f(amount => 1)",
        "{amount: 1}.amount",
        "{days} AS amount",
        "CASE {days} WHEN 1 THEN CASE WHEN true THEN 2 END ELSE 3 END",
        "[1, 2][1]",
        "{'end': 1}.end",
        "SUM({days}) OVER (PARTITION BY {card_no})",
        "SUM({days}) FILTER (WHERE {days} > 1) OVER (ORDER BY {lent})",
        "LAST_VALUE({days}) IGNORE NULLS OVER (ORDER BY {lent})",
        "ROW_NUMBER() OVER (ORDER BY {lent})",
        "MAX({days}) OVER w",
        "(SELECT MAX(v) FROM (VALUES (1), (2)) t(v))",
        "list_max([{days}])",
        "$tag$ it's $tag$ || {isbn}"
      })
  void theDialectsSqlIsLeftAlone(String sql) {
    ModelFixture.Loaded loaded = formula(sql).load();
    loaded.hasNoErrors().obeys("Y5").obeys("Y18").obeys("Y34");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COUNT(*)",
        "COUNT(DISTINCT {isbn})",
        "SUM(CASE WHEN {days} > 1 THEN 1 ELSE 0 END) * 1.0 / NULLIF(COUNT(*), 0)",
        "SUM({days}) FILTER (WHERE {days} > 1)",
        "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {days})",
        "quantile_cont({days}, 0.5)",
        "METRIC('loans') * METRIC('days_lent')",
        "metric( 'loans' )",
        "METRIC('loan.loans')",
        "ROUND(METRIC('loans'), 2)",
        "MAX(EXTRACT(year FROM {lent}))"
      })
  void aMetricMayBeAnyAggregate(String sql) {
    metric(sql).load().hasNoErrors().obeys("Y4").obeys("Y30");
  }

  @Test
  void aFormulaDoesNotAggregate() {
    formula("{days} / SUM({days})")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:18:18 error Y18", "SUM", "under metrics:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUM(METRIC('loans'))",
        "avg ( metric('loans') )",
        "MAX(1 + METRIC('loans'))",
        "COUNT(DISTINCT METRIC('loans'))"
      })
  void noAggregateAroundAMetric(String sql) {
    assertEquals("Y6", metric(sql).load().hasOneError().errors().get(0).rule().code());
  }

  @Test
  void aMetricHasNoWindow() {
    metric("SUM({days}) OVER ()")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:19:9 error C53", "around METRIC()");
  }

  @Test
  void aMetricAggregates() {
    metric("{days} * 2").load().hasNoErrors().reports("entities/loan.yml:19:9 warning Y30");
    metric("round({days})").load().hasNoErrors().reports("entities/loan.yml:19:9 warning Y30");
  }

  @Test
  void aMetricThatIsUsedExists() {
    metric("METRIC('loanz') + 1")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:19:9 error Y8", "no metric of loan", "loans");
    metric("METRIC('days')").load().reports("entities/loan.yml:19:9 error Y8", "write {days}");
  }

  @Test
  void aMetricUsesItsOwnEntitysMetrics() {
    metric("METRIC('book.books') + 1")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:19:9 error C54", "source: book and metric: books");
  }

  @Test
  void aFormulaHasNoMetrics() {
    formula("METRIC('loans') + 1")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:18:9 error C54", "make a metric of it");
  }

  @Test
  void aMetricsNameHasQuotes() {
    ModelFixture.Loaded loaded =
        metric("metric(loans) + 1")
            .load()
            .hasNoErrors()
            .reports("entities/loan.yml:19:9 info C05", "write METRIC('loans')");
    assertEquals(
        List.of(new MetricRef("loans"), new Text(" + 1")),
        loaded.entity("loan").metric("x").orElseThrow().sql().parts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "({days} + 1",
        "{days} + 1)",
        "[1, 2",
        "CASE WHEN {days} > 1 THEN 2",
        "{days} END",
        "'open",
        "\"open",
        "/* open",
        "{days} + {isbn",
        "{days};",
        "$$ open"
      })
  void whatOpensIsClosed(String sql) {
    assertEquals("Y34", formula(sql).load().hasOneError().errors().get(0).rule().code());
  }

  @Test
  void templateLanguagesAreNotRun() {
    formula("{{ days }} + 1")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:18:9 error C50", "template language");
    formula("{% if x %} 1").load().reports("entities/loan.yml:18:9 error C50");
  }

  @Test
  void typographicQuotesAreFound() {
    formula("{isbn} = \u2018x\u2019")
        .load()
        .reports("entities/loan.yml:18:18 error Y35", "U+2018", "a typographic quote");
    formula("{isbn}\u200B = 'x'").load().reports("entities/loan.yml:18:15 error Y35", "U+200B");
    formula("{isbn} = 'it\u2019s'").load().isClean();
    formula("{isbn}\u00A0= 'x'")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:18:15 warning Y35");
  }

  @Test
  void placesAreRightInQuotedScalars() {
    Library.model()
        .replacing(
            LOAN,
            "metrics:\n",
            """
              - type: formula
                name: x
                description: ''
                data_type: string
                sql: 'concat(''a'', {isbnn})'
              - type: formula
                name: y
                description: ''
                data_type: string
                sql: "concat(\\"a\\", {isbnn})"
              - type: formula
                name: z
                description: ''
                data_type: string
                sql: concat('a',
                  {isbnn})
            metrics:
            """)
        .load()
        .reports("entities/loan.yml:17:25 error Y7")
        .reports("entities/loan.yml:22:25 error Y7")
        .reports("entities/loan.yml:28:7 error Y7");
  }
}
