package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.schema.SemanticSchema;
import io.calque.sql.JdbcEscape;
import io.calque.sql.SqlSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** What has been bound so far, and what all binders of one statement share. */
final class Bindings {
  final SqlSource source;
  final SemanticSchema schema;

  /** The schema of tables that are named without one. */
  final String home;

  final NameRules rules;
  final Set<String> aggregates;
  final List<EntityUse> entities = new ArrayList<>();
  final List<SystemTable> systemTables = new ArrayList<>();
  final List<BoundJoin> joins = new ArrayList<>();
  final List<MetricSelect> metricSelects = new ArrayList<>();
  final List<BoundName> names = new ArrayList<>();
  final List<BoundStar> stars = new ArrayList<>();
  final Map<Integer, SqlPlace> parameters = new TreeMap<>();
  final Set<Exposure> exposures = new LinkedHashSet<>();
  final List<RowMetric> rowMetrics = new ArrayList<>();
  final List<BoundText> texts = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  Bindings(
      SqlSource source,
      SemanticSchema schema,
      String home,
      NameRules rules,
      Set<String> aggregates) {
    this.home = home;
    this.aggregates = aggregates;
    this.source = source;
    this.schema = schema;
    this.rules = rules;
  }

  SqlPlace place(SqlNode node) {
    return source.place(node.getParserPosition());
  }

  SqlPlace stretch(int start, int end) {
    return new SqlPlace(source.text(), start, end);
  }

  /** The escape's braces and word give way to what SQL calls it. */
  void addEscape(SqlCall call, JdbcEscape escape) {
    SqlPlace whole = place(call);
    SqlPlace content = place(call.operand(0));
    texts.add(new BoundText(stretch(whole.start(), content.start()), escape.sql()));
    texts.add(new BoundText(stretch(content.end(), whole.end()), ""));
  }

  CalqueException error(SqlNode node, ErrorCode code, String message) {
    return CalqueException.at(place(node), code, message);
  }
}
