package io.calque.cli.shell;

import io.calque.cli.shell.StatementOutline.Item;
import io.calque.cli.shell.Suggestion.Group;
import io.calque.schema.SemanticSchema;
import io.calque.sql.SqlFragment;
import io.calque.sql.SqlFragment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What could stand at the cursor of a statement, by the model and by what is typed already. */
final class Completion {
  private static final String PLAIN_NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private final SemanticSchema schema;
  private final String sql;
  private final int cursor;
  private final List<SqlFragment> before;
  private final ModelWords words;

  /**
   * @param sql one statement, however unfinished
   * @param cursor an offset in it
   */
  private Completion(SemanticSchema schema, String sql, int cursor) {
    this.schema = schema;
    this.sql = sql;
    this.cursor = cursor;
    this.before = SqlFragment.of(sql.substring(0, cursor));
    this.words = new ModelWords(schema);
  }

  /** Where the word begins that ends at the cursor; the cursor itself if none does. */
  static int wordStart(String text, int cursor) {
    String typed = text.substring(0, cursor);
    if (ShellInput.isCommand(typed)) {
      int blank = cursor;
      while (blank > 0 && !Character.isWhitespace(typed.charAt(blank - 1))) {
        blank--;
      }
      return blank;
    }
    List<SqlFragment> fragments = SqlFragment.of(typed);
    if (fragments.isEmpty()) {
      return cursor;
    }
    SqlFragment last = fragments.get(fragments.size() - 1);
    if (last.end() < cursor) {
      return cursor;
    }
    boolean isOpen = !last.isClosed() && last.kind() == Kind.STRING;
    return isOpen ? last.start() + 1 : last.kind() == Kind.WORD ? last.start() : cursor;
  }

  /** What could stand at the cursor of a text of one or more statements. */
  static List<Suggestion> of(SemanticSchema schema, String text, int cursor) {
    int from = 0;
    int to = text.length();
    for (SqlFragment fragment : SqlFragment.of(text)) {
      if (fragment.isSign(text, ';')) {
        if (fragment.end() <= cursor) {
          from = fragment.end();
        } else {
          to = Math.min(to, fragment.start());
        }
      }
    }
    return new Completion(schema, text.substring(from, to), cursor - from).suggestions();
  }

  private List<Suggestion> suggestions() {
    List<SqlFragment> fragments = new ArrayList<>(before);
    if (!fragments.isEmpty()) {
      SqlFragment last = fragments.get(fragments.size() - 1);
      if (!last.isClosed()) {
        fragments.remove(last);
        fragments.removeIf(each -> each.kind() == Kind.COMMENT);
        return last.kind() == Kind.STRING ? inString(fragments) : List.of();
      }
      if (last.end() == cursor && last.kind() == Kind.WORD) {
        fragments.remove(last);
      }
    }
    fragments.removeIf(each -> each.kind() == Kind.COMMENT);
    if (isBefore(fragments, 1, ".")) {
      return afterDot(fragments);
    }
    return switch (outline().position()) {
      case START -> Keywords.START;
      case TABLE -> words.tables();
      case AFTER_TABLE -> Keywords.AFTER_TABLE;
      case JOIN_CONDITION -> {
        List<Suggestion> all = new ArrayList<>(words.joins(outline().before(cursor), ""));
        all.addAll(inExpression());
        yield all;
      }
      case EXPRESSION -> inExpression();
    };
  }

  private StatementOutline outline() {
    return StatementOutline.of(schema, sql, wordStart(sql, cursor));
  }

  /** The outline as it will be when the string at the cursor is closed. */
  private StatementOutline outlineAround(String closing) {
    String closed = sql.substring(0, cursor) + closing + sql.substring(cursor);
    return StatementOutline.of(schema, closed, wordStart(sql, cursor));
  }

  /** What ends the string at the cursor and its parentheses; empty if something does already. */
  private String closing() {
    int end = cursor;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || "_.".indexOf(sql.charAt(end)) >= 0)) {
      end++;
    }
    return sql.startsWith("'", end) ? "" : "')";
  }

  /** The names that METRIC(' and USING (' take; other strings are the person's own. */
  private List<Suggestion> inString(List<SqlFragment> fragments) {
    if (!isBefore(fragments, 1, "(")) {
      return List.of();
    }
    String closing = closing();
    StatementOutline outline = outlineAround(closing);
    if (isBefore(fragments, 2, "USING")) {
      return words.joins(outline.before(cursor), closing);
    }
    boolean isMetric =
        isBefore(fragments, 2, "METRIC")
            || isBefore(fragments, 2, "MEASURE")
            || isBefore(fragments, 2, "AGGREGATE");
    return isMetric ? words.metricNames(outline.inScope(), closing) : List.of();
  }

  /** Whether the fragment that many before the end is that word or sign. */
  private boolean isBefore(List<SqlFragment> fragments, int distance, String text) {
    return fragments.size() >= distance
        && fragments.get(fragments.size() - distance).in(sql).equalsIgnoreCase(text);
  }

  private List<Suggestion> afterDot(List<SqlFragment> fragments) {
    if (fragments.size() < 2) {
      return List.of();
    }
    String text = fragments.get(fragments.size() - 2).in(sql);
    String qualifier = text.replace("\"", "");
    StatementOutline outline = outline();
    Optional<Item> item =
        outline.inScope().stream()
            .filter(each -> each.name().equalsIgnoreCase(qualifier))
            .findFirst();
    if (item.isEmpty()) {
      return words.tablesOf(qualifier.toLowerCase(Locale.ROOT));
    }
    List<Suggestion> all = new ArrayList<>(words.columns(item.get()));
    List<Item> tables = outline.before(cursor);
    if (isBefore(fragments, 3, "ON") && !tables.isEmpty()) {
      Item joined = tables.get(tables.size() - 1);
      words.joins(List.of(item.get(), joined), "").stream()
          .filter(join -> !join.text().startsWith(item.get().name() + "."))
          .forEach(all::add);
    }
    return all;
  }

  private List<Suggestion> inExpression() {
    List<Item> scope = outline().inScope();
    List<Suggestion> all = new ArrayList<>();
    if (scope.isEmpty()) {
      all.addAll(words.allFeatures());
    } else {
      all.addAll(words.features(scope));
      if (scope.size() > 1) {
        scope.forEach(
            item ->
                all.add(
                    Suggestion.open(
                        quoted(item.name()) + ".", Group.ALIASES, item.entity().name())));
      }
    }
    if (wordStart(sql, cursor) < cursor) {
      all.addAll(Keywords.EXPRESSION);
    }
    return all;
  }

  /** A name as SQL takes it. */
  static String quoted(String name) {
    return name.matches(PLAIN_NAME) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
