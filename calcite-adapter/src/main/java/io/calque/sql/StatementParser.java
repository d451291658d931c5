package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** The entry of this package: text to tree. */
public final class StatementParser {
  /** Levels of the tree: what a visitor that calls itself can go down on a small stack. */
  private static final int DEEPEST_TREE = 550;

  private StatementParser() {}

  /**
   * Parses one statement. Semicolons before and after it do not count.
   *
   * @throws CalqueException if the text is not one query (or EXPLAIN of one, or a session
   *     statement): {@link ErrorCode#READ_ONLY}, {@link ErrorCode#SEVERAL_STATEMENTS}, {@link
   *     ErrorCode#SYNTAX_ERROR}, or {@link ErrorCode#NOT_SUPPORTED} if it is nested too deeply
   */
  public static ParsedStatement parse(String sql) {
    SqlSource source = new SqlSource(sql);
    Tokens tokens = statement(source, Tokens.of(source));
    SqlToken first = tokens.get(0);
    if (SessionStatements.matches(tokens.list())) {
      return new ParsedStatement(source, ParsedStatement.Kind.SESSION, null);
    }
    SqlToken word = firstInParentheses(tokens);
    if (!ReadOnly.startsQuery(word)) {
      throw ReadOnly.refusal(word, tokens.place(word));
    }
    ParsedStatement.Kind kind = ParsedStatement.Kind.QUERY;
    if (first.is("EXPLAIN")) {
      boolean analyze = tokens.get(1).is("ANALYZE") || tokens.get(1).is("ANALYSE");
      kind = analyze ? ParsedStatement.Kind.EXPLAIN_ANALYZE : ParsedStatement.Kind.EXPLAIN;
      tokens = explained(source, tokens, analyze ? 2 : 1);
    }
    return new ParsedStatement(source, kind, read(tokens, GeneratedParser::SqlStmtEof));
  }

  /**
   * Parses one expression, as a model's formulas and conditions are.
   *
   * @throws CalqueException as {@link #parse}
   */
  public static SqlNode parseExpression(String sql) {
    Tokens tokens = Tokens.of(new SqlSource(sql));
    if (tokens.size() == 0) {
      throw CalqueException.at(
          new SqlPlace(sql, 0, 0), ErrorCode.SYNTAX_ERROR, "The expression is empty");
    }
    return read(tokens, GeneratedParser::SqlExpressionEof);
  }

  /** What a statement begins with, however many parentheses are before it. */
  private static SqlToken firstInParentheses(Tokens tokens) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).kind == LPAREN) {
      at++;
    }
    return at < tokens.size() ? tokens.get(at) : tokens.get(0);
  }

  /** The tokens without the semicolons around them. */
  private static Tokens statement(SqlSource source, Tokens tokens) {
    int from = 0;
    int to = tokens.size();
    while (from < to && tokens.get(from).kind == SEMICOLON) {
      from++;
    }
    while (from < to && tokens.get(to - 1).kind == SEMICOLON) {
      to--;
    }
    if (from == to) {
      throw CalqueException.at(
          new SqlPlace(source.text(), 0, 0),
          ErrorCode.SYNTAX_ERROR,
          "The statement is empty: there is no SQL in it");
    }
    for (SqlToken token : tokens.list().subList(from, to)) {
      if (token.kind == SEMICOLON) {
        throw ReadOnly.severalStatements(tokens.place(token));
      }
    }
    return tokens.part(from, to);
  }

  private static Tokens explained(SqlSource source, Tokens tokens, int from) {
    SqlToken first = tokens.get(from);
    if (first.kind == EOF) {
      throw CalqueException.at(
          tokens.place(first), ErrorCode.SYNTAX_ERROR, "EXPLAIN is followed by a query");
    }
    if (!ReadOnly.startsQuery(first) || first.is("EXPLAIN")) {
      throw ReadOnly.refusal(first, tokens.place(first));
    }
    return tokens.part(from, tokens.size());
  }

  private interface Entry {
    SqlNode read(GeneratedParser parser) throws ParseException;
  }

  private static SqlNode read(Tokens tokens, Entry entry) {
    SqlPlace start = tokens.place(tokens.get(0));
    try {
      SqlNode node = entry.read(new GeneratedParser(tokens.forGrammar()));
      if (depth(node) > DEEPEST_TREE) {
        throw Tokens.tooDeep(start);
      }
      return node;
    } catch (ParseException e) {
      throw SyntaxErrors.of(tokens, e);
    } catch (StackOverflowError e) {
      throw Tokens.tooDeep(start);
    } catch (CalqueException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw CalqueException.at(
          start,
          ErrorCode.INTERNAL,
          "Calque's parser fails on this statement, which is a defect: please report it",
          e);
    }
  }

  private static int depth(SqlNode root) {
    record Level(SqlNode node, int depth) {}
    int deepest = 0;
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(root, 1));
    while (!open.isEmpty()) {
      Level level = open.pop();
      deepest = Math.max(deepest, level.depth());
      for (SqlNode child : children(level.node())) {
        if (child != null) {
          open.push(new Level(child, level.depth() + 1));
        }
      }
    }
    return deepest;
  }

  private static List<SqlNode> children(SqlNode node) {
    if (node instanceof SqlCall call) {
      return call.getOperandList();
    }
    return node instanceof SqlNodeList list ? list.getList() : List.of();
  }
}
