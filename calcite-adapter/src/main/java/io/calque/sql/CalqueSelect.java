package io.calque.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A SELECT, with what DuckDB and PostgreSQL add to the standard's. Every SELECT that the parser
 * makes is one.
 *
 * <p>Its positions: the select list's is that of the items alone. GROUP BY's and WINDOW's lists
 * include the clause's words; WHERE, HAVING and QUALIFY are the condition alone.
 */
public final class CalqueSelect extends SqlSelect {
  private final SelectParts parts;

  CalqueSelect(SqlParserPos pos, SqlNodeList keywords, SqlNodeList items, SelectParts parts) {
    super(
        pos,
        keywords,
        items,
        parts.from,
        parts.where,
        parts.groupBy,
        parts.having,
        parts.windows,
        parts.qualify,
        null,
        null,
        null,
        null);
    this.parts = parts;
  }

  /**
   * The expressions of {@code SELECT DISTINCT ON (a, b)}; their list's span has the parentheses.
   */
  public Optional<SqlNodeList> distinctOn() {
    return Optional.ofNullable(parts.distinctOn);
  }

  /** Whether FROM comes before SELECT, or there is no SELECT. */
  public boolean isFromFirst() {
    return parts.fromFirst;
  }

  /**
   * Whether {@code FROM t} stands for {@code SELECT * FROM t}; the select list then holds a star
   * that has no place in the text.
   */
  public boolean hasImpliedStar() {
    return parts.itemsPos == null;
  }

  /** The amount after {@code USING SAMPLE}, as a literal without meaning but for its span. */
  public Optional<SqlNode> sample() {
    return Optional.ofNullable(parts.sample);
  }

  /** As in {@link SqlSelect}, with the expressions of DISTINCT ON last, if there are any. */
  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>(super.getOperandList());
    distinctOn().ifPresent(operands::add);
    return operands;
  }

  @Override
  public SqlNode clone(SqlParserPos pos) {
    return new CalqueSelect(
        pos, (SqlNodeList) super.getOperandList().get(0), getSelectList(), parts);
  }
}
