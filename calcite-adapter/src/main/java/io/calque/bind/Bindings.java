package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.schema.SemanticSchema;
import io.calque.sql.JdbcEscape;
import io.calque.sql.SqlSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
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

  /** Select lists of which whole rows are seen, and where. */
  private final Map<SqlPlace, SqlPlace> sealed = new HashMap<>();

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

  /** The last part of a name. */
  Name name(SqlIdentifier id) {
    int last = id.names.size() - 1;
    return Name.written(
        id.names.get(last), source.place(id.getComponentParserPosition(last)).text());
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

  /**
   * Says that all of a relation's columns are seen at once, so that none may be added. Only a CTE's
   * are ever added to by others than those who see it here.
   */
  void seal(Relation relation, SqlNode seenBy) {
    if (relation instanceof DerivedRelation derived && derived.isShared()) {
      derived.columns().stream()
          .flatMap(column -> column.metric().stream())
          .forEach(metric -> sealed.put(metric.outermost(), place(seenBy)));
    }
  }

  /** Refuses what needs columns of a select list that must not show more than the user selects. */
  void checkSealed() {
    for (Exposure exposure : exposures) {
      SqlPlace seenBy = sealed.get(exposure.list());
      if (seenBy != null) {
        throw CalqueException.at(
            seenBy,
            ErrorCode.NOT_SUPPORTED,
            "this sees whole rows of a query whose metric %s is asked for elsewhere; name the columns"
                .formatted(exposure.metric().name()));
      }
    }
  }

  CalqueException error(SqlNode node, ErrorCode code, String message) {
    return CalqueException.at(place(node), code, message);
  }
}
