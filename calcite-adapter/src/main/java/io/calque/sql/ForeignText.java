package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A statement's text as the lexer of another warehouse sees it. What Calque does not change reaches
 * the warehouse letter for letter, so its strings, names and comments have to end there where they
 * end here. What might not is refused; what can be spelled so that it does is told.
 *
 * <p>Refused for every careful lexis: comments in comments, {@code --} without a space after it (no
 * comment in MySQL), comments that are code ({@code /*!} in MySQL), line comments that end with
 * anything but a line feed or in a backslash (which go on in Spark); {@code #} and {@code //}
 * (comments in MySQL, BigQuery and Snowflake), {@code @} (variables); strings in dollars, with
 * U&amp; or with a letter right before the quote.
 */
public final class ForeignText {
  private final SqlSource source;
  private final Lexis lexis;
  private final String warehouse;
  private final List<Word> toSpell = new ArrayList<>();

  /**
   * A string or a quoted name that the warehouse spells in another way.
   *
   * @param value without quotes
   */
  public record Word(SqlPlace place, boolean isName, String value) {}

  private ForeignText(SqlSource source, Lexis lexis, String warehouse) {
    this.source = source;
    this.lexis = lexis;
    this.warehouse = warehouse;
  }

  /**
   * Checks a text, and tells what in it has to be spelled in another way.
   *
   * @param source text that has been parsed
   * @param warehouse what messages call it
   * @throws CalqueException if a stretch could mean something else there
   */
  public static List<Word> check(SqlSource source, Lexis lexis, String warehouse) {
    ForeignText text = new ForeignText(source, lexis, warehouse);
    if (lexis.isCareful()) {
      text.readAll();
    } else if (!lexis.nestsComments()) {
      Comments.firstNested(source).ifPresent(place -> text.refuseNested(place));
    }
    return List.copyOf(text.toSpell);
  }

  private void readAll() {
    Comments.firstNested(source).ifPresent(this::refuseNested);
    List<SqlToken> tokens = Tokens.of(source).list();
    int from = 0;
    SqlToken before = null;
    for (SqlToken token : tokens) {
      boolean isLast = token.kind == EOF;
      SqlPlace place =
          isLast
              ? new SqlPlace(source.text(), source.text().length(), source.text().length())
              : source.place(Tokens.pos(token));
      Comments.all(source.text(), from, place.start()).forEach(this::readComment);
      if (!isLast) {
        readToken(token, place, before != null && from == place.start() ? before : null);
      }
      from = place.end();
      before = token;
    }
  }

  private void refuseNested(SqlPlace place) {
    throw refusal(place, "comments do not hold comments: put a space into this /*");
  }

  private void readComment(SqlPlace comment) {
    String text = comment.text();
    if (text.startsWith("/*")) {
      if (text.startsWith("/*!") || text.startsWith("/*M!") || text.startsWith("/*/")) {
        throw refusal(comment, "this is not just a comment: begin it with /* and a space");
      }
      return;
    }
    if (text.length() > 2 && !Set.of(' ', '\t').contains(text.charAt(2))) {
      throw refusal(comment, "a comment begins with -- and a space");
    }
    boolean hasControl = text.chars().anyMatch(c -> c != '\t' && isLineEnd(c));
    if (hasControl || text.endsWith("\\")) {
      throw refusal(comment, "a comment after -- ends with a line feed and no backslash before it");
    }
    int end = comment.end();
    boolean endsWell =
        end == source.text().length()
            || source.text().charAt(end) == '\n'
            || source.text().startsWith("\r\n", end);
    if (!endsWell) {
      throw refusal(comment, "a comment after -- ends with a line feed");
    }
  }

  private static boolean isLineEnd(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  /**
   * Reads a token.
   *
   * @param adjacent the one right before it; null if there is something between
   */
  private void readToken(SqlToken token, SqlPlace place, SqlToken adjacent) {
    String text = place.text();
    for (String refused : lexis.refused()) {
      if (text.contains(refused)) {
        throw refusal(place, refused + " has a meaning of its own: write it in another way");
      }
    }
    switch (token.kind) {
      case DOLLAR_QUOTED_STRING, UNICODE_STRING_LITERAL, C_STYLE_ESCAPED_STRING_LITERAL ->
          throw refusal(place, "strings are written '…'");
      case PREFIXED_STRING_LITERAL -> {
        if (text.charAt(0) != 'N' && text.charAt(0) != 'n') {
          throw refusal(place, "strings are written '…'");
        }
        readString(place, false);
      }
      case QUOTED_STRING -> readString(place, isWord(adjacent));
      case UNICODE_QUOTED_IDENTIFIER -> throw refusal(place, "names are written \"…\"");
      case QUOTED_IDENTIFIER -> {
        if (!lexis.quotesNames()) {
          String inside = text.substring(1, text.length() - 1);
          toSpell.add(new Word(place, true, inside.replace("\"\"", "\"")));
        }
      }
      default -> {
        boolean divides = text.equals("/") && adjacent != null && adjacent.image.equals("/");
        if (divides || text.contains("//") || text.contains("#") || text.contains("@")) {
          throw refusal(place, text + " is no operator");
        }
      }
    }
  }

  private static boolean isWord(SqlToken adjacent) {
    return adjacent != null && Character.isJavaIdentifierPart(lastOf(adjacent.image));
  }

  private static char lastOf(String text) {
    return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
  }

  private void readString(SqlPlace place, boolean followsWord) {
    if (followsWord) {
      throw refusal(place, "a string that follows a word has a space before it");
    }
    String text = place.text();
    if (lexis.escapesInStrings() && hasEscapedQuote(text)) {
      throw refusal(
          place,
          "a backslash takes its meaning from the quote after it: write '' for a quote, and \\\\ for a"
              + " backslash at the end");
    }
    String inside = text.substring(1, text.length() - 1);
    if (!lexis.doublesQuotes() && text.startsWith("'") && inside.contains("''")) {
      toSpell.add(new Word(place, false, inside.replace("''", "'")));
    }
  }

  /** Whether a quote comes after an odd number of backslashes, the last one included. */
  private static boolean hasEscapedQuote(String literal) {
    boolean isEscaped = false;
    for (int i = 1; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == '\'' && isEscaped) {
        return true;
      }
      isEscaped = c == '\\' && !isEscaped;
    }
    return false;
  }

  private CalqueException refusal(SqlPlace place, String reason) {
    return CalqueException.at(
        place, ErrorCode.SYNTAX_ERROR, "In %s, %s".formatted(warehouse, reason));
  }
}
