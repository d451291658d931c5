package io.calque.sql;

import io.calque.error.SqlPlace;
import io.calque.sql.SqlFragment.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement with parameters by name, {@code :since}, and the same with {@code ?} in their places.
 *
 * <p>A colon is a parameter's if a name follows at once and nothing that it could belong to stands
 * at once before it: not in {@code x::date}, {@code list[1:n]}, {@code {key:value}} or {@code
 * payload:field}, nor in a string, a quoted name or a comment.
 *
 * @param written as the user wrote it
 * @param sql the same for JDBC
 * @param occurrences where the parameters are in it, in order
 */
public record NamedParameters(String written, String sql, List<Occurrence> occurrences) {
  /**
   * A parameter's use.
   *
   * @param name without the colon
   * @param start offset of the colon in what the user wrote
   */
  public record Occurrence(String name, int start) {}

  public NamedParameters {
    occurrences = List.copyOf(occurrences);
  }

  public static NamedParameters of(String written) {
    List<Occurrence> occurrences = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    List<SqlFragment> fragments =
        SqlFragment.of(written).stream().filter(each -> each.kind() != Kind.COMMENT).toList();
    int copied = 0;
    for (int i = 0; i + 1 < fragments.size(); i++) {
      SqlFragment name = fragments.get(i + 1);
      if (isParameter(written, fragments, i)) {
        int start = fragments.get(i).start();
        occurrences.add(new Occurrence(name.in(written), start));
        sql.append(written, copied, start).append('?');
        copied = name.end();
      }
    }
    sql.append(written.substring(copied));
    return new NamedParameters(written, sql.toString(), occurrences);
  }

  private static boolean isParameter(String sql, List<SqlFragment> fragments, int i) {
    SqlFragment colon = fragments.get(i);
    SqlFragment name = fragments.get(i + 1);
    return colon.isSign(sql, ':')
        && name.kind() == Kind.WORD
        && name.start() == colon.end()
        && !Character.isDigit(sql.charAt(name.start()))
        && (i == 0 || !belongsTo(sql, fragments, i - 1, colon.start()));
  }

  /** Whether a colon at that offset could belong to the fragment before it. */
  private static boolean belongsTo(String sql, List<SqlFragment> fragments, int i, int colon) {
    SqlFragment before = fragments.get(i);
    if (before.end() < colon) {
      return false;
    }
    if (before.kind() != Kind.SIGN) {
      return true;
    }
    // After "[" a colon is that of a slice if the bracket itself follows something.
    return switch (sql.charAt(before.start())) {
      case ':', ')', ']', '}' -> true;
      case '[' -> i > 0 && belongsTo(sql, fragments, i - 1, before.start());
      default -> false;
    };
  }

  /** The same place in what the user wrote. */
  public SqlPlace written(SqlPlace place) {
    return new SqlPlace(written, offset(place.start()), offset(place.end()));
  }

  private int offset(int inSql) {
    int longer = 0;
    for (Occurrence each : occurrences) {
      if (each.start() - longer >= inSql) {
        break;
      }
      longer += each.name().length();
    }
    return inSql + longer;
  }
}
