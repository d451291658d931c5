package io.calque.bind;

import io.calque.error.SqlPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is gathered about one SELECT while it is being bound. */
final class SelectFacts {
  /** The clauses in which names stand. */
  enum Clause {
    FROM("ON"),
    SELECT("the select list"),
    WHERE("WHERE"),
    GROUP_BY("GROUP BY"),
    HAVING("HAVING"),
    WINDOW("WINDOW"),
    QUALIFY("QUALIFY"),
    ORDER_BY("ORDER BY");

    private final String words;

    Clause(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether aggregates, and so metrics, may stand there. */
    boolean aggregates() {
      return this != FROM && this != WHERE && this != GROUP_BY;
    }

    /** Whether it comes before grouping and belongs to what is grouped. */
    boolean isSource() {
      return this == FROM || this == WHERE;
    }
  }

  Clause clause = Clause.FROM;

  /** Whether it shows columns that cannot be told here. */
  boolean hasStar;

  /** Whether the SELECT aggregates, so that the columns of metrics are the metrics of groups. */
  boolean isAggregating;

  boolean isDistinct;

  /** Whether a metric's column that it selects can still be asked for by the query around. */
  boolean passesMetricsOn() {
    return !isAggregating && !isDistinct;
  }

  /** Where the select list stands, or would stand. */
  SqlPlace list;

  /** How many aggregates are around what is being bound. */
  int aggregatesAround;

  final List<SelectJoin> joins = new ArrayList<>();
  final List<MetricCall> calls = new ArrayList<>();
  final List<PlainAggregate> plainAggregates = new ArrayList<>();
  final List<MetricSelect.Column> columns = new ArrayList<>();
  final Map<String, SqlPlace> aliases = new HashMap<>();
  final List<MetricSelect.AliasUse> aliasesInSource = new ArrayList<>();
  final List<BoundStar> stars = new ArrayList<>();
  final List<MetricSelect.BareItem> bareItems = new ArrayList<>();
}
