package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What parses: every statement of {@code queries.txt}, and the tree's spans are exact. */
class StatementParserTest {
  @TestFactory
  Stream<DynamicNode> parses() {
    return Samples.byConstruct().entrySet().stream()
        .map(
            construct ->
                dynamicContainer(
                    construct.getKey(),
                    construct.getValue().stream().map(sql -> dynamicTest(sql, () -> check(sql)))));
  }

  private static void check(String sql) {
    ParsedStatement statement = StatementParser.parse(sql);
    assertAll(Spans.problems(statement.source(), statement.query()));
  }
}
