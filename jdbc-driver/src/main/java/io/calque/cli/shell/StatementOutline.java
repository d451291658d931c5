package io.calque.cli.shell;

import io.calque.model.Entity;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import io.calque.sql.SqlFragment;
import io.calque.sql.SqlFragment.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of a statement that is still being typed: where its FROM clauses name entities,
 * and what is expected at the cursor. It reads words only, so nothing needs to be whole.
 */
final class StatementOutline {
  /** What is expected. */
  enum Position {
    START,
    TABLE,
    AFTER_TABLE,
    JOIN_CONDITION,
    EXPRESSION
  }

  /**
   * An entity in a FROM clause.
   *
   * @param name its alias, or else its name
   * @param start where it is
   * @param block the subqueries that it is in, by where they begin
   */
  record Item(Entity entity, String name, int start, List<Integer> block) {}

  private static final Set<String> AFTER_FROM =
      Set.of("where", "group", "having", "order", "qualify", "limit", "window", "offset");
  private static final Set<String> NEW_SELECT =
      Set.of("select", "union", "except", "intersect", "values");

  /** What may follow a table and is no alias of it. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          "on",
          "using",
          "join",
          "left",
          "right",
          "full",
          "inner",
          "cross",
          "natural",
          "lateral",
          "where",
          "group",
          "having",
          "order",
          "qualify",
          "limit",
          "window",
          "offset",
          "select",
          "union",
          "except",
          "intersect",
          "values",
          "as",
          "from");

  /** Parentheses that are open. */
  private static final class Level {
    private Position position;
    private final int subquery;

    Level(Position position, int subquery) {
      this.position = position;
      this.subquery = subquery;
    }
  }

  private final SemanticSchema schema;
  private final String sql;
  private final List<SqlFragment> fragments;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Item> items = new ArrayList<>();
  private Position position;
  private List<Integer> block = List.of();

  private StatementOutline(SemanticSchema schema, String sql) {
    this.schema = schema;
    this.sql = sql;
    this.fragments =
        SqlFragment.of(sql).stream().filter(each -> each.kind() != Kind.COMMENT).toList();
  }

  /**
   * Reads a statement.
   *
   * @param cursor where the word begins that is being typed
   */
  static StatementOutline of(SemanticSchema schema, String sql, int cursor) {
    StatementOutline outline = new StatementOutline(schema, sql);
    outline.read(cursor);
    return outline;
  }

  private void read(int cursor) {
    levels.push(new Level(Position.START, -1));
    for (int i = 0; i < fragments.size(); i++) {
      if (position == null && fragments.get(i).end() > cursor) {
        arrive();
      }
      i = follow(i);
    }
    if (position == null) {
      arrive();
    }
  }

  private void arrive() {
    position = levels.peek().position;
    block = block();
  }

  /** The subqueries that are open, the outermost first. */
  private List<Integer> block() {
    List<Integer> open = new ArrayList<>();
    levels.descendingIterator().forEachRemaining(level -> open.add(level.subquery));
    return open.stream().filter(start -> start >= 0).toList();
  }

  /** Takes notice of a fragment and returns the index of the last one that belongs to it. */
  private int follow(int i) {
    SqlFragment fragment = fragments.get(i);
    Level level = levels.peek();
    if (fragment.isSign(sql, '(')) {
      boolean isSubquery = i + 1 < fragments.size() && opensQuery(fragments.get(i + 1));
      Position inside =
          level.position == Position.TABLE && !isSubquery ? Position.TABLE : Position.EXPRESSION;
      levels.push(
          new Level(isSubquery ? Position.START : inside, isSubquery ? fragment.start() : -1));
    } else if (fragment.isSign(sql, ')')) {
      close();
    } else if (fragment.isSign(sql, ',')) {
      if (level.position == Position.AFTER_TABLE) {
        level.position = Position.TABLE;
      }
    } else if (level.position == Position.TABLE && isName(fragment)) {
      return table(i);
    } else if (fragment.kind() == Kind.WORD) {
      level.position = after(word(fragment), level.position);
    } else if (level.position == Position.JOIN_CONDITION || level.position == Position.START) {
      level.position = Position.EXPRESSION;
    }
    return i;
  }

  private boolean opensQuery(SqlFragment fragment) {
    return fragment.isWord(sql, "SELECT")
        || fragment.isWord(sql, "WITH")
        || fragment.isWord(sql, "VALUES");
  }

  private void close() {
    if (levels.size() > 1) {
      levels.pop();
    }
    if (levels.peek().position == Position.TABLE) {
      levels.peek().position = Position.AFTER_TABLE;
    }
  }

  private static Position after(String word, Position before) {
    if (word.equals("from") || word.equals("join")) {
      return Position.TABLE;
    }
    if (word.equals("on")) {
      return Position.JOIN_CONDITION;
    }
    if (word.equals("explain") || word.equals("analyze")) {
      return before;
    }
    boolean staysInFrom = before == Position.AFTER_TABLE && !leavesFrom(word);
    return staysInFrom ? Position.AFTER_TABLE : Position.EXPRESSION;
  }

  private static boolean leavesFrom(String word) {
    return AFTER_FROM.contains(word) || NEW_SELECT.contains(word);
  }

  private String word(SqlFragment fragment) {
    return fragment.in(sql).toLowerCase(Locale.ROOT);
  }

  private static boolean isName(SqlFragment fragment) {
    return fragment.kind() == Kind.WORD || fragment.kind() == Kind.QUOTED_NAME;
  }

  /** Reads a table's name, perhaps with its schema, and its alias. */
  private int table(int first) {
    int at = first;
    while (at + 2 < fragments.size()
        && fragments.get(at + 1).isSign(sql, '.')
        && isName(fragments.get(at + 2))) {
      at += 2;
    }
    Optional<EntityTable> table = schema.entity(name(fragments.get(at)));
    int alias = at + 1;
    if (alias < fragments.size() && fragments.get(alias).isWord(sql, "AS")) {
      alias++;
    }
    boolean hasAlias =
        alias < fragments.size()
            && isName(fragments.get(alias))
            && !NO_ALIAS.contains(word(fragments.get(alias)));
    if (table.isPresent()) {
      Entity entity = table.get().entity();
      String name = hasAlias ? name(fragments.get(alias)) : entity.name();
      items.add(new Item(entity, name, fragments.get(first).start(), block()));
    }
    levels.peek().position = Position.AFTER_TABLE;
    return at;
  }

  private String name(SqlFragment fragment) {
    String text = fragment.in(sql);
    return fragment.kind() == Kind.QUOTED_NAME && fragment.isClosed()
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  Position position() {
    return position;
  }

  /** The entities that a name at the cursor may belong to: of its own SELECT and those around. */
  List<Item> inScope() {
    return items.stream()
        .filter(
            item ->
                item.block().size() <= block.size()
                    && block.subList(0, item.block().size()).equals(item.block()))
        .toList();
  }

  /** The entities that the FROM clause at the cursor names before it, in their order. */
  List<Item> before(int cursor) {
    return items.stream()
        .filter(item -> item.block().equals(block) && item.start() < cursor)
        .toList();
  }
}
