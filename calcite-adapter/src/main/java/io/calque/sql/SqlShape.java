package io.calque.sql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A query without the literals of its conditions: what is alike in texts that differ in nothing
 * else. In their place stand others, which occur nowhere else, so that the shape is itself a query
 * that can be compiled, and the literals can be put into the result, letter for letter.
 *
 * <p>Only literals after WHERE are left out, and of those only what no rule of Calque looks at:
 * plain numbers, strings and dates that are compared or listed. Equal ones get equal stand-ins, so
 * that expressions that were the same still are. Whatever the scanner does not know for certain
 * (comments, escapes, dollar quotes…) makes it say that a text has no shape.
 */
public final class SqlShape {
  /** More than these are no condition that somebody thought of, but data. */
  private static final int MOST_LITERALS = 50;

  /** A number that nobody writes. Its end counts the literals. */
  private static final String NUMBER = "73194628053917246085";

  /** A string that nobody writes, as no keyboard has the character. */
  private static final char STRING = '\uE61C';

  /** A date that nobody writes; the days after it count the literals. */
  private static final LocalDate DATE = LocalDate.of(9146, 3, 1);

  /** What strings may hold besides letters and digits; see {@link ForeignText} for the others. */
  private static final String PLAIN = " _-.,:;/@+%&()!?=<>*|~^";

  /** What a literal that is compared or listed comes after, if it is a word. */
  private static final Set<String> BEFORE_LITERALS =
      Set.of("WHERE", "AND", "OR", "NOT", "LIKE", "ILIKE", "BETWEEN", "THEN", "ELSE", "WHEN");

  private static final Set<String> OTHER_CLAUSES =
      Set.of(
          "SELECT",
          "FROM",
          "ON",
          "USING",
          "GROUP",
          "HAVING",
          "ORDER",
          "QUALIFY",
          "WINDOW",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "WITH",
          "VALUES");

  private final String text;
  private final List<String> literals;
  private final List<String> standIns;

  private SqlShape(String text, List<String> literals, List<String> standIns) {
    this.text = text;
    this.literals = literals;
    this.standIns = standIns;
  }

  /** The shape of a text; empty if it has none, or none that another text could share. */
  public static Optional<SqlShape> of(String sql) {
    return new Scanner(sql).scan();
  }

  /** The query with stand-ins, which is equal for all texts of the shape. */
  public String text() {
    return text;
  }

  /** The literals, as they were written, each once. */
  public List<String> literals() {
    return literals;
  }

  /** What stands for each of the literals. */
  public List<String> standIns() {
    return standIns;
  }

  /** Reads a text once, from left to right. */
  private static final class Scanner {
    private final String sql;
    private final StringBuilder shape;
    private final Map<String, String> standIns = new HashMap<>();
    private final List<String> literals = new ArrayList<>();
    private final List<String> inTheirPlace = new ArrayList<>();

    /** Whether a condition is being read, at each depth of parentheses. */
    private final List<Boolean> conditions = new ArrayList<>(List.of(false));

    /** What came last: a word in upper case, or a character. */
    private String before = "";

    private int at;
    private int copied;

    Scanner(String sql) {
      this.sql = sql;
      this.shape = new StringBuilder(sql.length());
    }

    Optional<SqlShape> scan() {
      if (sql.contains(NUMBER) || sql.indexOf(STRING) >= 0 || sql.contains("'91")) {
        return Optional.empty();
      }
      while (at < sql.length()) {
        if (!step(sql.charAt(at)) || literals.size() > MOST_LITERALS) {
          return Optional.empty();
        }
      }
      if (literals.isEmpty()) {
        return Optional.empty();
      }
      shape.append(sql, copied, at);
      return Optional.of(
          new SqlShape(shape.toString(), List.copyOf(literals), List.copyOf(inTheirPlace)));
    }

    /** Goes past what begins here; false if it may be anything. */
    private boolean step(char c) {
      if (Character.isWhitespace(c)) {
        at++;
        return true;
      }
      if (c == '\'') {
        return string();
      }
      if (c == '"') {
        at = sql.indexOf('"', at + 1) + 1;
        before = "\"";
        return at > 0;
      }
      if (isDigit(c)) {
        return number();
      }
      if (Character.isLetter(c) || c == '_') {
        word();
        return true;
      }
      return mark(c);
    }

    private boolean mark(char c) {
      boolean comment = (c == '-' || c == '/') && at + 1 < sql.length() && isComment(c);
      if (comment || "\\#$`{}@:\u0000".indexOf(c) >= 0 && !isCast()) {
        return false;
      }
      if (c == '(') {
        // What a function is given may mean anything to it.
        conditions.add(isFree() || isCondition() && before.equals("IN"));
      } else if (c == ')') {
        if (conditions.size() == 1) {
          return false;
        }
        conditions.remove(conditions.size() - 1);
      }
      before = String.valueOf(c);
      at += isCast() ? 2 : 1;
      return true;
    }

    private boolean isComment(char c) {
      return sql.charAt(at + 1) == (c == '-' ? '-' : '*');
    }

    private boolean isCast() {
      return sql.startsWith("::", at);
    }

    private boolean isCondition() {
      return conditions.get(conditions.size() - 1);
    }

    private void word() {
      int start = at;
      while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || isUnderscore())) {
        at++;
      }
      String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
      if (word.equals("WHERE")) {
        // Not in FILTER (WHERE …): a column may be called as that text.
        conditions.set(conditions.size() - 1, !before.equals("("));
      } else if (OTHER_CLAUSES.contains(word) && !before.equals(".")) {
        conditions.set(conditions.size() - 1, false);
      }
      before = before.equals(".") ? "\"" : word;
    }

    private boolean isUnderscore() {
      return sql.charAt(at) == '_';
    }

    private boolean string() {
      int start = at;
      do {
        at = sql.indexOf('\'', at + 1) + 1;
        if (at == 0) {
          return false;
        }
      } while (at < sql.length() && sql.charAt(at) == '\'');
      String literal = sql.substring(start, at);
      if (literal.indexOf('\\') >= 0) {
        return false;
      }
      if (isCondition() && before.equals("DATE") && isDate(literal)) {
        put(start, literal, "'" + DATE.plusDays(literals.size()) + "'");
      } else if (isFree() && isPlain(literal)) {
        put(start, literal, "'" + STRING + literals.size() + STRING + "'");
      }
      before = "'";
      return true;
    }

    /** Whether every warehouse spells it so, and none finds a variable or an escape in it. */
    private static boolean isPlain(String literal) {
      return literal
          .substring(1, literal.length() - 1)
          .chars()
          .allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    }

    private static boolean isDate(String literal) {
      try {
        return LocalDate.parse(literal.substring(1, literal.length() - 1)).getYear() > 0;
      } catch (DateTimeException e) {
        return false;
      }
    }

    private boolean number() {
      int start = at;
      digits();
      if (at + 1 < sql.length() && sql.charAt(at) == '.' && isDigit(sql.charAt(at + 1))) {
        at++;
        digits();
      }
      char after = at < sql.length() ? sql.charAt(at) : ' ';
      if (Character.isLetter(after) || after == '_' || after == '.') {
        return false;
      }
      if (isFree()) {
        put(start, sql.substring(start, at), NUMBER + (1_000 + literals.size()));
      }
      before = "0";
      return true;
    }

    private void digits() {
      while (at < sql.length() && isDigit(sql.charAt(at))) {
        at++;
      }
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    /**
     * Whether a literal that stands here is compared, computed with or listed, and nothing else.
     */
    private boolean isFree() {
      return isCondition()
          && (BEFORE_LITERALS.contains(before)
              || before.length() == 1 && "=<>!(,+-*/%|~".indexOf(before.charAt(0)) >= 0);
    }

    /** Puts a stand-in, or that of an equal literal of the same kind, in a literal's place. */
    private void put(int start, String literal, String standIn) {
      String known = standIns.putIfAbsent(before.equals("DATE") + literal, standIn);
      if (known == null) {
        literals.add(literal);
        inTheirPlace.add(standIn);
      }
      shape.append(sql, copied, start).append(known == null ? standIn : known);
      copied = at;
    }
  }
}
