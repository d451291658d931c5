package io.calque.sql;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** The entry of this package: text to tree. */
public final class StatementParser {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withParserFactory(SqlBabelParserImpl.FACTORY)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withIdentifierMaxLength(1024)
          .withConformance(SqlConformanceEnum.BABEL);

  private StatementParser() {}

  /**
   * Parses one statement.
   *
   * @throws CalqueException if the text is not one query (or EXPLAIN of one, or a session
   *     statement)
   */
  public static ParsedStatement parse(String sql) {
    SqlSource source = new SqlSource(sql);
    try {
      SqlNode query = SqlParser.create(sql, CONFIG).parseQuery();
      return new ParsedStatement(source, ParsedStatement.Kind.QUERY, query);
    } catch (SqlParseException e) {
      SqlPlace place = e.getPos() == null ? new SqlPlace(sql, 0, 0) : source.place(e.getPos());
      throw CalqueException.at(place, ErrorCode.SYNTAX_ERROR, "Calque cannot read this SQL", e);
    }
  }

  /**
   * Parses one expression, such as a snippet of a model.
   *
   * @throws CalqueException if it cannot be read
   */
  public static SqlNode parseExpression(String sql) {
    try {
      return SqlParser.create(sql, CONFIG).parseExpression();
    } catch (SqlParseException e) {
      throw CalqueException.of(ErrorCode.SYNTAX_ERROR, "Calque cannot read this SQL", e);
    }
  }
}
