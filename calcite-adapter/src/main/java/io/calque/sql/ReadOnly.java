package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.error.SqlPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Refuses what is not a query, before and while it is read. */
final class ReadOnly {
  /** The words that a query, or EXPLAIN of one, starts with. */
  static final List<String> QUERY_WORDS =
      List.of("SELECT", "WITH", "FROM", "VALUES", "TABLE", "PIVOT", "UNPIVOT", "EXPLAIN");

  private static final Set<String> CHANGING =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "UPSERT", "REPLACE");

  private ReadOnly() {}

  /** Whether a query can start so. */
  static boolean startsQuery(SqlToken first) {
    return first.kind == LPAREN
        || Keywords.isWord(first.kind)
            && QUERY_WORDS.contains(first.image.toUpperCase(Locale.ROOT));
  }

  /** The same of a text as sent, which a semicolon may start. */
  static boolean mayBeQuery(SqlToken first) {
    return first.kind == SEMICOLON || startsQuery(first);
  }

  static CalqueException refusal(SqlToken first, SqlPlace place) {
    String found =
        Keywords.isWord(first.kind)
            ? first.image.toUpperCase(Locale.ROOT) + " is refused"
            : "a statement does not start with " + first.image;
    return CalqueException.at(
        place,
        ErrorCode.READ_ONLY,
        "Calque is read-only: %s, only queries (SELECT, WITH, VALUES) and EXPLAIN are accepted%s"
            .formatted(found, NearestNames.hint(first.image, QUERY_WORDS)));
  }

  static CalqueException severalStatements(SqlPlace place) {
    return CalqueException.at(
        place,
        ErrorCode.SEVERAL_STATEMENTS,
        "Calque is read-only and takes one query at a time: send what follows this ; on its own");
  }

  /**
   * What the statement would write, if that is why it cannot be read at {@code found}: a changing
   * statement in or after WITH, SELECT INTO, or FOR UPDATE.
   */
  static Optional<String> writes(Tokens tokens, SqlToken found) {
    SqlToken next = tokens.get(found.index + 1);
    SqlToken previous = found.index == 0 ? found : tokens.get(found.index - 1);
    if (found.kind == INTO) {
      return Optional.of("SELECT INTO makes a table");
    }
    if (found.kind == FOR && isLock(next) || isLock(found) && previous.is("FOR")) {
      return Optional.of("FOR UPDATE and its kind lock rows");
    }
    for (SqlToken each : List.of(found, previous)) {
      SqlToken before = each.index == 0 ? each : tokens.get(each.index - 1);
      boolean starts = each.index == 0 || before.isAny(LPAREN, RPAREN);
      if (starts && isChange(each)) {
        return Optional.of(each.image.toUpperCase(Locale.ROOT) + " changes data");
      }
    }
    return Optional.empty();
  }

  private static boolean isLock(SqlToken token) {
    return token.is("UPDATE") || token.is("SHARE") || token.is("NO") || token.is("KEY");
  }

  private static boolean isChange(SqlToken token) {
    return token.kind != QUOTED_IDENTIFIER
        && CHANGING.contains(token.image.toUpperCase(Locale.ROOT));
  }
}
