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
            new Statement(2, "SELECT ';' AS a, \"x;y\" -- not; here\n  FROM t"),
            new Statement(5, "SELECT $$;$$ /* ; */"),
            new Statement(6, "SELECT 3")),
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
}
