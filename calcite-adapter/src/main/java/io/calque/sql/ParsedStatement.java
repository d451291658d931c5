package io.calque.sql;

import org.apache.calcite.sql.SqlNode;

/**
 * One statement that Calque accepts.
 *
 * @param source the statement's text, which all positions in the tree refer to
 * @param kind what the user asks for
 * @param query the query itself: for an EXPLAIN, what follows it; {@code null} only for {@link
 *     Kind#SESSION}
 */
public record ParsedStatement(SqlSource source, Kind kind, SqlNode query) {
  /** What a statement asks for. */
  public enum Kind {
    QUERY,
    EXPLAIN,
    EXPLAIN_ANALYZE,
    /** A statement that clients send on their own, answered without effect. */
    SESSION
  }
}
