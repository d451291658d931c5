package io.calque.cli.init;

import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names of columns say about the tables that they may refer to. */
final class LinkNames {
  /** What says little by itself, in whatever table it is. */
  private static final Set<String> VAGUE =
      Set.of(
          "name",
          "title",
          "type",
          "kind",
          "status",
          "state",
          "date",
          "day",
          "month",
          "year",
          "value",
          "description",
          "line",
          "position",
          "level",
          "version",
          "label",
          "note",
          "comment",
          "item",
          "seq",
          "sequence",
          "number",
          "linenumber",
          "from",
          "to",
          "on",
          "at",
          "language",
          "lang",
          "locale");

  /** Words for another row of the same table. */
  private static final Set<String> SELF =
      Set.of(
          "parent",
          "manager",
          "mgr",
          "supervisor",
          "boss",
          "reports",
          "mentor",
          "sponsor",
          "referrer",
          "predecessor",
          "successor",
          "previous",
          "prev",
          "next",
          "root",
          "original",
          "duplicate",
          "ancestor",
          "superior",
          "head",
          "leader");

  /** What somebody is, who can do things to others of the same table: {@code invited_by_id}. */
  private static final Set<String> PEOPLE =
      Set.of(
          "customer",
          "user",
          "person",
          "member",
          "employee",
          "contact",
          "account",
          "client",
          "party",
          "student",
          "staff",
          "worker",
          "player",
          "patient",
          "subscriber");

  private LinkNames() {}

  /** What makes one think that a column refers to a table; the strongest first. */
  enum Strength {
    /** It is called as the entity: {@code customer_id}, {@code bill_to_customer}. */
    ENTITY,
    /** It is called as the key: {@code isbn}, {@code custkey}. */
    KEY,
    /** It is called by a short form of the entity's name: {@code cust_id}. */
    ABBREVIATION,
    /** It is called by a word for another row of the same table: {@code parent_id}. */
    SELF
  }

  /**
   * A likeness of names.
   *
   * @param words how many words of the column are the entity's
   * @param isWholeName whether they are its whole name
   * @param role the others
   */
  record Match(Strength strength, int words, boolean isWholeName, String role) {
    static Match of(Strength strength, String role) {
      return new Match(strength, 0, false, role);
    }
  }

  /** What a column may have to do with a table whose rows one column identifies. */
  static Optional<Match> match(KeyedTable from, DeclaredColumn column, KeyedTable to, String key) {
    ColumnWords words = from.source().wordsOf(column.name());
    boolean isOwnKey = from.isWholeKey(List.of(column.name()));
    if (isOwnKey && (from == to || from.source().words().isOwn(words))) {
      return Optional.empty();
    }
    EntityWords entity = to.source().words();
    List<String> named = entity.named(words);
    if (!named.isEmpty()) {
      String role = role(words.role(named.size()));
      return Optional.of(new Match(Strength.ENTITY, named.size(), entity.isName(named), role));
    }
    if (from != to && areCalledAlike(from, column.name(), to, key)) {
      return Optional.of(Match.of(Strength.KEY, ""));
    }
    if (entity.isAbbreviated(words)) {
      return Optional.of(Match.of(Strength.ABBREVIATION, role(words.role(1))));
    }
    return from == to && isSelf(words, entity)
        ? Optional.of(Match.of(Strength.SELF, role(words.base())))
        : Optional.empty();
  }

  private static boolean isSelf(ColumnWords words, EntityWords entity) {
    boolean isPerson =
        entity.forms().stream().anyMatch(form -> PEOPLE.contains(form.get(form.size() - 1)));
    return words.base().stream().anyMatch(SELF::contains)
        || isPerson && words.isIdentifier() && words.endsWith(List.of("by"));
  }

  /** Whether two columns have one name that says enough, with or without their tables' prefix. */
  static boolean areCalledAlike(KeyedTable from, String column, KeyedTable to, String other) {
    boolean alike =
        from.source().features().get(column).equals(to.source().features().get(other))
            || from.source().bareName(column).equals(to.source().bareName(other));
    return alike && isClear(to, other);
  }

  /** Whether a name means the same in whatever table it is. */
  static boolean isClear(KeyedTable table, String column) {
    ColumnWords words = table.source().wordsOf(column);
    return !words.base().isEmpty() && !VAGUE.containsAll(words.base());
  }

  /**
   * For each column of a table's key one of the other table that is called alike; empty unless all
   * have one.
   */
  static List<String> counterparts(KeyedTable from, KeyedTable to, List<String> key) {
    List<String> found = new ArrayList<>();
    for (String part : key) {
      from.source().columns().stream()
          .filter(column -> isCounterpart(from, column, to, part))
          .map(DeclaredColumn::name)
          .filter(column -> !found.contains(column))
          .findFirst()
          .ifPresent(found::add);
    }
    boolean isClear = key.stream().anyMatch(part -> isClear(to, part));
    return found.size() == key.size() && isClear ? found : List.of();
  }

  private static boolean isCounterpart(
      KeyedTable from, DeclaredColumn column, KeyedTable to, String part) {
    return SourceTable.areComparable(column, to.source().column(part))
        && (from.source().features().get(column.name()).equals(to.source().features().get(part))
            || from.source().bareName(column.name()).equals(to.source().bareName(part)));
  }

  /** What a reference is called that is known for another reason than its name. */
  static String roleOf(KeyedTable from, List<String> columns, KeyedTable to, List<String> key) {
    if (columns.size() > 1) {
      return "";
    }
    DeclaredColumn column = from.source().column(columns.get(0));
    return match(from, column, to, key.get(0))
        .map(Match::role)
        .orElseGet(() -> role(from.source().wordsOf(column.name()).base()));
  }

  private static String role(List<String> words) {
    return String.join("_", words);
  }
}
