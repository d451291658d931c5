package io.calque.sql;

import io.calque.error.SqlPlace;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The text of a statement, and the way from Calcite's line and column positions back to it. */
public final class SqlSource {
  private final String text;
  private final int[] lineStarts;

  /** Null until somebody asks for them. */
  private List<SqlToken> tokens;

  public SqlSource(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** The whole text, as the user wrote it. */
  public String text() {
    return text;
  }

  /**
   * The stretch of a position. Calcite counts lines and columns from 1, and its end is inclusive; a
   * carriage return with its line feed is one line end, as is either alone.
   */
  public SqlPlace place(SqlParserPos pos) {
    int start = offset(pos.getLineNum(), pos.getColumnNum());
    int end = offset(pos.getEndLineNum(), pos.getEndColumnNum()) + 1;
    return new SqlPlace(text, start, Math.max(start, Math.min(end, text.length())));
  }

  /**
   * The stretch of a position without the parentheses around the whole of it, however many. A query
   * in parentheses starts, for whoever puts something before its SELECT, here.
   *
   * @throws io.calque.error.CalqueException if the text has brackets without partner; text that has
   *     been parsed has none
   */
  public SqlPlace inside(SqlParserPos pos) {
    SqlPlace place = place(pos);
    if (!text.startsWith("(", place.start())) {
      return place;
    }
    List<SqlToken> all = tokens();
    int from = indexAt(all, place.start());
    int end = place.end();
    while (all.get(from).image.equals("(")) {
      int closing = all.get(from).partner;
      if (closing == from + 1 || stretch(all.get(closing)).end() != end) {
        break;
      }
      from++;
      end = stretch(all.get(closing - 1)).end();
    }
    return new SqlPlace(text, stretch(all.get(from)).start(), end);
  }

  private SqlPlace stretch(SqlToken token) {
    return place(Tokens.pos(token));
  }

  private List<SqlToken> tokens() {
    if (tokens == null) {
      tokens = Tokens.of(this).matched();
    }
    return tokens;
  }

  /** The first token that begins there, or behind. */
  private int indexAt(List<SqlToken> all, int offset) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (stretch(all.get(middle)).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int offset(int line, int column) {
    if (line < 1 || line > lineStarts.length) {
      throw new IllegalArgumentException("no line " + line);
    }
    return Math.min(lineStarts[line - 1] + column - 1, text.length());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[8];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crBeforeLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !crBeforeLf) {
        starts = lines < starts.length ? starts : Arrays.copyOf(starts, 2 * lines);
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
