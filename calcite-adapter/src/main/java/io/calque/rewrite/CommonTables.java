package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.SourceQuery;
import io.calque.sql.StatementParser;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * The common table expressions of a statement. In the warehouse each hides the table of its name;
 * what the model reads must not be hidden by what a user happens to call something.
 *
 * @param names in lower case
 */
record CommonTables(Set<String> names) {
  /** Those of a statement, at whatever depth. */
  static CommonTables of(SqlNode statement) {
    Set<String> names = new HashSet<>();
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            if (call instanceof SqlWithItem item) {
              names.add(lower(item.name.getSimple()));
            }
            return super.visit(call);
          }
        });
    return new CommonTables(Set.copyOf(names));
  }

  boolean hide(String table) {
    return names.contains(lower(table));
  }

  /**
   * Refuses a statement in which a query of the model would read one of them.
   *
   * @throws CalqueException that names it
   */
  void mustNotHideTablesOf(SourceQuery query) {
    if (names.isEmpty()) {
      return;
    }
    for (String table : tables(query)) {
      if (hide(table)) {
        throw CalqueException.of(
            ErrorCode.NOT_SUPPORTED,
            ("a query of the model reads the table %1$s, which the WITH of this statement hides;"
                    + " rename %1$s in the statement")
                .formatted(table));
      }
    }
  }

  /** What a query names in FROM without a schema; all its words, if it is not understood. */
  private static Set<String> tables(SourceQuery query) {
    Set<String> tables = new HashSet<>();
    try {
      SqlNode parsed = StatementParser.parse(query.sql()).query();
      parsed.accept(new FromVisitor(tables));
      tables.removeIf(of(parsed)::hide);
      return tables;
    } catch (CalqueException dialectOfTheWarehouse) {
      return Names.words(query.sql());
    }
  }

  private static final class FromVisitor extends SqlBasicVisitor<Void> {
    private final Set<String> tables;

    FromVisitor(Set<String> tables) {
      this.tables = tables;
    }

    @Override
    public Void visit(SqlCall call) {
      if (call instanceof SqlSelect select && select.getFrom() != null) {
        from(select.getFrom());
      }
      return super.visit(call);
    }

    private void from(SqlNode node) {
      if (node instanceof SqlIdentifier table && table.isSimple()) {
        tables.add(table.getSimple());
      } else if (node instanceof SqlJoin join) {
        from(join.getLeft());
        from(join.getRight());
      } else if (node instanceof SqlCall call && node.getKind() == SqlKind.AS) {
        from(call.operand(0));
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
