package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.error.SqlPlace;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments in comments, and what looks like them. */
class CommentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1 /* a /* b */ c */|14",
        "/* /**/ */ SELECT 1|3",
        "SELECT 1 /* /*/ */ */|12",
        "SELECT 1 /* a */ /* b */|-1",
        "SELECT 1 /* -- */ + 1|-1",
        "SELECT 1 -- /* /*|-1",
        "SELECT '/* /*', \"/* /*\"|-1",
        "SELECT 1 /*+ hint */|-1",
        "SELECT 1 /***/ /* ** */|-1"
      })
  void nested(String sql, int at) {
    assertEquals(at, Comments.firstNested(new SqlSource(sql)).map(SqlPlace::start).orElse(-1), sql);
    assertEquals(Optional.empty(), Comments.firstNested(new SqlSource("SELECT 1")));
  }
}
