package io.calque.sql;

import static org.junit.jupiter.api.Assertions.fail;

import io.calque.error.SqlPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.junit.jupiter.api.function.Executable;

/** What holds for the span of every node: brackets balanced, children inside, names exact. */
final class Spans {
  private final SqlSource source;
  private final List<String> problems = new ArrayList<>();

  private Spans(SqlSource source) {
    this.source = source;
  }

  static Stream<Executable> problems(SqlSource source, SqlNode root) {
    Spans spans = new Spans(source);
    spans.check(root, null);
    return spans.problems.stream().map(problem -> () -> fail(problem));
  }

  private void check(SqlNode node, SqlPlace parent) {
    if (node == null || isMadeUp(node)) {
      return;
    }
    SqlPlace place = source.place(node.getParserPosition());
    if (!isBalanced(place.text())) {
      problems.add("brackets of " + node.getClass().getSimpleName() + ": " + place.text());
    }
    if (parent != null && (place.start() < parent.start() || place.end() > parent.end())) {
      problems.add(
          "%s [%s] is outside of its parent [%s]"
              .formatted(node.getClass().getSimpleName(), place.text(), parent.text()));
    }
    if (node instanceof SqlIdentifier identifier) {
      checkComponents(identifier, place);
    }
    children(node).forEach(child -> check(child, place));
  }

  static boolean isMadeUp(SqlNode node) {
    return node.getParserPosition().getLineNum() == SqlParserPos.ZERO.getLineNum();
  }

  private void checkComponents(SqlIdentifier identifier, SqlPlace place) {
    for (int i = 0; i < identifier.names.size(); i++) {
      String name = identifier.names.get(i);
      SqlPlace component = source.place(identifier.getComponentParserPosition(i));
      String written = component.text();
      if (written.startsWith("\"")) {
        written = written.substring(1, written.length() - 1).replace("\"\"", "\"");
      } else if (written.startsWith("'")) {
        written = written.substring(1, written.length() - 1);
      }
      boolean inside = component.start() >= place.start() && component.end() <= place.end();
      if (!written.equals(name.isEmpty() ? "*" : name) || !inside) {
        problems.add("name %s of %s: %s".formatted(name, identifier, written));
      }
    }
  }

  static Stream<SqlNode> children(SqlNode node) {
    if (node instanceof SqlCall call) {
      return call.getOperandList().stream();
    }
    return node instanceof SqlNodeList list ? list.stream() : Stream.empty();
  }

  private static boolean isBalanced(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (SqlToken token : Tokens.of(new SqlSource(text)).list()) {
      switch (token.image) {
        case "(", "[", "{" -> open.push(token.image.charAt(0));
        case ")", "]", "}" -> {
          if (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(token.image)) {
            return false;
          }
        }
        default -> {}
      }
    }
    return open.isEmpty();
  }
}
