package io.calque.sql;

import java.util.Optional;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A join. Every join that the parser makes is one, a comma too ({@link JoinType#COMMA}, which binds
 * less than JOIN).
 *
 * <p>Its positions: the join's is from the left side to the end of its condition. That of {@link
 * #getJoinTypeNode} is the words up to JOIN (or the comma), that of {@link #getConditionTypeNode}
 * the word ON or USING. {@code ON a JOIN b JOIN c ON x ON y} nests as the standard has it.
 */
public final class CalqueJoin extends SqlJoin {
  /** What SQL's standard has no word for. */
  public enum Style {
    PLAIN,
    /** {@code ASOF JOIN}: the nearest match of an inequality. */
    ASOF,
    /** {@code POSITIONAL JOIN}: the first row with the first, and so on. */
    POSITIONAL,
    /** {@code SEMI JOIN}: the left rows with a match; the right columns are out of scope after. */
    SEMI,
    /** {@code ANTI JOIN}: the left rows without a match. */
    ANTI
  }

  /** The words of a join: its type, before what they mean beyond the standard. */
  record Words(boolean natural, JoinType type, Style style) {}

  private final Style style;
  private final boolean parenthesized;

  private CalqueJoin(
      SqlParserPos pos,
      SqlNode left,
      SqlLiteral natural,
      SqlLiteral type,
      SqlNode right,
      SqlLiteral conditionType,
      SqlNode condition,
      Style style,
      boolean parenthesized) {
    super(pos, left, natural, type, right, conditionType, condition);
    this.style = style;
    this.parenthesized = parenthesized;
  }

  static CalqueJoin of(
      SqlParserPos pos, SqlNode left, Words words, SqlParserPos wordsPos, SqlNode right) {
    return new CalqueJoin(
        pos,
        left,
        SqlLiteral.createBoolean(words.natural(), wordsPos),
        words.type().symbol(wordsPos),
        right,
        JoinConditionType.NONE.symbol(SqlParserPos.ZERO),
        null,
        words.style(),
        false);
  }

  static CalqueJoin comma(SqlParserPos pos, SqlNode left, SqlParserPos comma, SqlNode right) {
    return of(pos, left, new Words(false, JoinType.COMMA, Style.PLAIN), comma, right);
  }

  CalqueJoin on(SqlParserPos pos, SqlParserPos word, SqlNode condition) {
    return with(pos, getLeft(), getRight(), JoinConditionType.ON.symbol(word), condition);
  }

  CalqueJoin using(SqlParserPos pos, SqlParserPos word, SqlNode columns) {
    return with(pos, getLeft(), getRight(), JoinConditionType.USING.symbol(word), columns);
  }

  /** Whether a second ON makes sense: {@code a JOIN b JOIN c ON x ON y}. */
  static boolean takesFurtherCondition(SqlNode node) {
    return node instanceof CalqueJoin outer
        && !outer.parenthesized
        && outer.getConditionType() != JoinConditionType.NONE
        && outer.getLeft() instanceof CalqueJoin inner
        && !inner.parenthesized
        && inner.getConditionType() == JoinConditionType.NONE
        && inner.getJoinType() != JoinType.CROSS
        && !inner.isNatural();
  }

  /** From {@code (a JOIN b) JOIN c ON x} to {@code a JOIN (b JOIN c ON x)}. */
  CalqueJoin nested() {
    CalqueJoin inner = (CalqueJoin) getLeft();
    SqlNode second = inner.getRight();
    SqlParserPos pos = second.getParserPosition().plus(getParserPosition());
    pos =
        new SqlParserPos(
            second.getParserPosition().getLineNum(),
            second.getParserPosition().getColumnNum(),
            pos.getEndLineNum(),
            pos.getEndColumnNum());
    CalqueJoin right = with(pos, second, getRight(), getConditionTypeNode(), getCondition());
    return inner.with(
        getParserPosition(), inner.getLeft(), right, inner.getConditionTypeNode(), null);
  }

  private CalqueJoin with(
      SqlParserPos pos, SqlNode left, SqlNode right, SqlLiteral conditionType, SqlNode condition) {
    return new CalqueJoin(
        pos,
        left,
        isNaturalNode(),
        getJoinTypeNode(),
        right,
        conditionType,
        condition,
        style,
        parenthesized);
  }

  /** What the words before JOIN say beyond {@link #getJoinType}, which has the outer joins. */
  public Style style() {
    return style;
  }

  /**
   * The text of {@code USING ('…')}, which names a relationship's join; empty for {@code USING
   * (column)} and every other condition. The condition is then a string literal whose span includes
   * the parentheses.
   */
  public Optional<String> relationshipJoin() {
    return getCondition() instanceof SqlLiteral name
            && getConditionType() == JoinConditionType.USING
        ? Optional.of(name.getValueAs(String.class))
        : Optional.empty();
  }

  /** The columns of {@code USING (a, b)}, with the parentheses in their list's span. */
  public Optional<SqlNodeList> usingColumns() {
    return getConditionType() == JoinConditionType.USING
            && getCondition() instanceof SqlNodeList columns
        ? Optional.of(columns)
        : Optional.empty();
  }

  /** Whether the join stands in parentheses of its own, which its span includes. */
  public boolean isParenthesized() {
    return parenthesized;
  }

  @Override
  public SqlNode clone(SqlParserPos pos) {
    return new CalqueJoin(
        pos,
        getLeft(),
        isNaturalNode(),
        getJoinTypeNode(),
        getRight(),
        getConditionTypeNode(),
        getCondition(),
        style,
        true);
  }
}
