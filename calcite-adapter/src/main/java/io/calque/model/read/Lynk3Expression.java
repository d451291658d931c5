package io.calque.model.read;

import io.calque.model.Feature.Method;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression of Lynk's third generation: SQL in which {@code entity.feature}, {@code
 * database.schema.table.column}, {@code metric(…)}, {@code first(…)} and {@code last(…)} have a
 * meaning of their own.
 *
 * @param parts what has a meaning, in order
 */
record Lynk3Expression(Snippet snippet, List<SqlToken> tokens, List<Part> parts) {
  Lynk3Expression {
    tokens = List.copyOf(tokens);
    parts = List.copyOf(parts);
  }

  /** A stretch of the expression. */
  sealed interface Part {
    int start();

    int end();

    /** The name whose first words say whose it is. */
    DottedName name();
  }

  /** A feature, or a column. */
  record Value(DottedName name) implements Part {
    @Override
    public int start() {
      return name.start();
    }

    @Override
    public int end() {
      return name.end();
    }
  }

  /** {@code metric(entity.m)}. */
  record MetricCall(DottedName name, int start, int end) implements Part {}

  /**
   * {@code first(value, order_by=…, offset=…)} or {@code last(…)}.
   *
   * @param offset from 0, as it is written
   */
  record Pick(Method method, DottedName name, DottedName orderBy, int offset, int start, int end)
      implements Part {}

  /** Whether it is nothing but one part. */
  boolean isOnePart() {
    return parts.size() == 1
        && parts.get(0).start() == tokens.get(0).start()
        && parts.get(0).end() == tokens.get(tokens.size() - 1).end();
  }

  /** The expression; if empty, a problem has been added. */
  static Optional<Lynk3Expression> read(
      Snippet snippet, String what, String subject, Problems problems) {
    List<SqlToken> all = SqlLexer.tokens(snippet.text());
    List<SqlToken> code = all.stream().filter(token -> !token.isComment()).toList();
    if (code.isEmpty()) {
      problems.add(
          Rule.EMPTY_VALUE, snippet.place(), subject, what + " has no SQL", "write an expression");
      return Optional.empty();
    }
    boolean sound = new SqlForm(subject, problems).check(all, snippet, what);
    for (SqlToken token : code) {
      if (token.is(Kind.PLACEHOLDER)) {
        problems.add(
            Rule.MISPLACED_PLACEHOLDER,
            snippet.placeAt(token.start()),
            subject,
            "{" + token.text() + "} in " + what + ": schema version v2 has no braces",
            "write entity." + token.text());
        sound = false;
      }
    }
    return sound ? new Reading(snippet, code, what, subject, problems).read() : Optional.empty();
  }

  /** One expression while it is read. */
  private static final class Reading {
    private final Snippet snippet;
    private final List<SqlToken> code;
    private final String what;
    private final String subject;
    private final Problems problems;
    private final List<DottedName> names;
    private final List<Part> calls = new ArrayList<>();
    private boolean sound = true;

    Reading(Snippet snippet, List<SqlToken> code, String what, String subject, Problems problems) {
      this.snippet = snippet;
      this.code = code;
      this.what = what;
      this.subject = subject;
      this.problems = problems;
      this.names = DottedNames.of(code);
    }

    Optional<Lynk3Expression> read() {
      for (int i = 0; i + 1 < code.size(); i++) {
        boolean qualified = i > 0 && code.get(i - 1).isSymbol(".");
        if (!qualified && code.get(i + 1).isSymbol("(")) {
          call(i);
        }
      }
      List<Part> parts = new ArrayList<>(calls);
      for (DottedName name : names) {
        boolean inCall =
            calls.stream()
                .anyMatch(call -> call.start() <= name.start() && name.end() <= call.end());
        if (!inCall) {
          parts.add(new Value(name));
        }
      }
      parts.sort(java.util.Comparator.comparingInt(Part::start));
      return sound ? Optional.of(new Lynk3Expression(snippet, code, parts)) : Optional.empty();
    }

    private void call(int i) {
      SqlToken word = code.get(i);
      if (word.isWord("metric")) {
        metric(i);
      } else if (word.isWord("first") || word.isWord("last")) {
        pick(i, word.isWord("first") ? Method.FIRST : Method.LAST);
      }
    }

    private void metric(int i) {
      Optional<DottedName> name = nameAt(i + 2);
      int close = name.map(this::behind).orElse(code.size());
      if (name.isEmpty() || close >= code.size() || !code.get(close).isSymbol(")")) {
        error(
            Rule.METRIC_CALL,
            i,
            "metric() in " + what + " takes one metric, with its entity",
            "write metric(entity.metric_name)");
        return;
      }
      calls.add(new MetricCall(name.get(), code.get(i).start(), code.get(close).end()));
    }

    private void pick(int i, Method method) {
      String word = Unit.lower(method.name());
      Optional<DottedName> value = nameAt(i + 2);
      Optional<DottedName> orderBy = Optional.empty();
      int offset = 0;
      int at = value.map(this::behind).orElse(code.size());
      while (at + 3 < code.size() && code.get(at).isSymbol(",") && code.get(at + 2).isSymbol("=")) {
        SqlToken argument = code.get(at + 1);
        SqlToken given = code.get(at + 3);
        if (argument.isWord("order_by") && orderBy.isEmpty()) {
          orderBy = nameAt(at + 3);
          at = orderBy.map(this::behind).orElse(code.size());
        } else if (argument.isWord("offset") && given.text().matches("[0-9]{1,9}")) {
          offset = Integer.parseInt(given.text());
          at += 4;
        } else {
          break;
        }
      }
      if (value.isEmpty()
          || orderBy.isEmpty()
          || at >= code.size()
          || !code.get(at).isSymbol(")")) {
        error(
            Rule.FIRST_LAST_INCOMPLETE,
            i,
            word + "() in " + what + " is not complete, or has something else in it",
            "write "
                + word
                + "(entity.feature, order_by=entity.feature, offset=0); offset counts from 0");
        return;
      }
      calls.add(
          new Pick(
              method, value.get(), orderBy.get(), offset, code.get(i).start(), code.get(at).end()));
    }

    private Optional<DottedName> nameAt(int i) {
      return i < code.size()
          ? names.stream().filter(name -> name.start() == code.get(i).start()).findFirst()
          : Optional.empty();
    }

    /** The index of the token behind a name. */
    private int behind(DottedName name) {
      int i = 0;
      while (i < code.size() && code.get(i).start() < name.end()) {
        i++;
      }
      return i;
    }

    private void error(Rule rule, int token, String message, String remedy) {
      problems.add(rule, snippet.placeAt(code.get(token).start()), subject, message, remedy);
      sound = false;
    }
  }
}
