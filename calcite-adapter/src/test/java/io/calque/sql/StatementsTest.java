package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.sql.Statements.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
  @Test
  void semicolonsInQuotesAndCommentsDoNotCut() {
    assertEquals(
        List.of(
            new Statement(16, 2, "SELECT ';' AS a, \"x;y\" -- not; here\n  FROM t"),
            new Statement(64, 5, "SELECT $$;$$ /* ; */"),
            new Statement(86, 6, "SELECT 3")),
        Statements.of(
            """
            -- one; comment
            SELECT ';' AS a, "x;y" -- not; here
              FROM t;
            ;
            SELECT $$;$$ /* ; */;
            SELECT 3
            """));
  }

  @Test
  void aTextOfCommentsAloneHasNone() {
    assertEquals(List.of(), Statements.of("-- nothing\n/* here */ ;"));
  }

  @Test
  void whatTheLastSemicolonLeavesIsUnfinished() {
    for (String finished :
        List.of("", "SELECT 1;", "SELECT 1; -- done", "SELECT ';';\n/* done */")) {
      assertEquals("", Statements.unfinished(finished), finished);
    }
    assertEquals(" SELECT 2", Statements.unfinished("SELECT 1; SELECT 2"));
    for (String open : List.of("SELECT ';", "SELECT \";", "SELECT $$;", "/* ;", "SELECT 1 -- ;")) {
      assertEquals(open, Statements.unfinished(open));
    }
  }
}
