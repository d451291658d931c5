package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.MetricRef;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes templates of snippets, and says what is wrong with their form. */
final class TemplateReader {
  /** What a snippet is for, which decides what may stand in it. */
  enum Use {
    CONDITION("{source}.{x} and {destination}.{x}"),
    FILTER("{source}.{x}"),
    FORMULA("{x}"),
    METRIC("{x} and METRIC('m')");

    private final String placeholders;

    Use(String placeholders) {
      this.placeholders = placeholders;
    }
  }

  private final String subject;
  private final Problems problems;

  TemplateReader(String subject, Problems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  /**
   * The template; if empty, a problem has been added.
   *
   * @param what whose SQL it is, such as {@code formula loyal}
   * @param entity whose metrics {@code METRIC('entity.m')} may name
   */
  Optional<Template> read(Snippet snippet, Use use, String what, String entity) {
    List<SqlToken> tokens = SqlLexer.tokens(snippet.text());
    boolean sound = new SqlForm(subject, problems).check(tokens, snippet, what);
    return new Reading(snippet, use, what, entity, tokens).read(sound);
  }

  /** One snippet while it is read. */
  private final class Reading {
    private final Snippet snippet;
    private final Use use;
    private final String what;
    private final String entity;
    private final List<SqlToken> all;
    private final List<SqlToken> code;
    private final List<Part> parts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private boolean sound = true;
    private int textFrom;

    Reading(Snippet snippet, Use use, String what, String entity, List<SqlToken> all) {
      this.snippet = snippet;
      this.use = use;
      this.what = what;
      this.entity = entity;
      this.all = all;
      this.code = all.stream().filter(token -> !token.isComment()).toList();
    }

    Optional<Template> read(boolean formIsSound) {
      if (code.isEmpty()) {
        problems.add(
            Rule.EMPTY_VALUE,
            snippet.place(),
            subject,
            what + " has no SQL" + (all.isEmpty() ? "" : ", only a comment"),
            "write an expression");
        return Optional.empty();
      }
      textFrom = all.get(0).start();
      int i = 0;
      while (i < code.size()) {
        i = hole(i);
      }
      SqlToken last = all.get(all.size() - 1);
      String rest = snippet.text().substring(textFrom, last.end());
      addText(last.is(Kind.LINE_COMMENT) ? rest + "\n" : rest);
      return formIsSound && sound
          ? Optional.of(new Template(new SqlTemplate(parts, snippet.place()), places, code))
          : Optional.empty();
    }

    /** Takes the hole that begins at a token, if one does; gives the next token. */
    private int hole(int i) {
      SqlToken token = code.get(i);
      if (token.is(Kind.PLACEHOLDER)) {
        return isSide(token) && at(i + 1).isSymbol(".") ? side(i) : feature(i);
      }
      if (token.isWord("metric") && at(i + 1).isSymbol("(") && at(i + 3).isSymbol(")")) {
        return metric(i);
      }
      return i + 1;
    }

    private static boolean isSide(SqlToken token) {
      return switch (Unit.lower(token.text())) {
        case "source", "destination", "asset" -> true;
        default -> false;
      };
    }

    private int side(int i) {
      SqlToken side = code.get(i);
      SqlToken name = at(i + 2);
      if (!name.is(Kind.PLACEHOLDER) && !name.is(Kind.WORD) && !name.is(Kind.QUOTED_NAME)) {
        misplaced(
            side,
            "{" + side.text() + "}. in " + what + " is not followed by a name in braces",
            "write {" + side.text() + "}.{name}");
        return i + 2;
      }
      String word = Unit.lower(side.text());
      String right = "{" + (word.equals("asset") ? "source" : word) + "}.{" + name.text() + "}";
      boolean allowed =
          switch (use) {
            case CONDITION -> !word.equals("asset");
            case FILTER -> !word.equals("destination");
            case FORMULA, METRIC -> false;
          };
      if (!allowed) {
        misplaced(
            side,
            "{" + side.text() + "}.{" + name.text() + "} has no meaning in " + what,
            use == Use.FORMULA || use == Use.METRIC
                ? "write {" + name.text() + "}, a feature of the same entity"
                : "write {source}.{"
                    + name.text()
                    + "}"
                    + (use == Use.FILTER
                        ? "; a filter only sees the rows of its source"
                        : " or {destination}.{" + name.text() + "}"));
        return i + 3;
      }
      if (!name.is(Kind.PLACEHOLDER) || word.equals("asset")) {
        problems.add(
            Rule.LEGACY,
            snippet.placeAt(side.start()),
            subject,
            snippet.text().substring(side.start(), name.end()) + " is read as " + right,
            "write " + right);
      }
      Side where = word.equals("destination") ? Side.DESTINATION : Side.SOURCE;
      addHole(new SideRef(where, name.text()), side, name);
      return i + 3;
    }

    private int feature(int i) {
      SqlToken name = code.get(i);
      if (use == Use.CONDITION || use == Use.FILTER) {
        misplaced(
            name,
            "{" + name.text() + "} in " + what + " does not say whose it is",
            "write {source}.{"
                + name.text()
                + "}"
                + (use == Use.FILTER ? "" : " or {destination}.{" + name.text() + "}"));
      } else {
        addHole(new FeatureRef(name.text()), name, name);
      }
      return i + 1;
    }

    private int metric(int i) {
      SqlToken call = code.get(i);
      SqlToken argument = at(i + 2);
      boolean quoted = argument.is(Kind.STRING);
      if (!quoted && !argument.is(Kind.WORD) && !argument.is(Kind.QUOTED_NAME)) {
        return i + 1;
      }
      String name =
          quoted
              ? argument.text().substring(1, argument.text().length() - 1).strip()
              : argument.text();
      Place place = snippet.placeAt(call.start());
      if (use != Use.METRIC) {
        problems.add(
            Rule.METRIC_CALL,
            place,
            subject,
            what + " is worked out for each row, and METRIC('" + name + "') is over many",
            "make a metric of it, under metrics:");
        sound = false;
        return i + 4;
      }
      if (!quoted) {
        problems.add(
            Rule.LEGACY,
            place,
            subject,
            "the metric's name is not in single quotes",
            "write METRIC('" + name + "')");
      }
      int dot = name.lastIndexOf('.');
      if (dot >= 0 && !name.substring(0, dot).equalsIgnoreCase(entity)) {
        problems.add(
            Rule.METRIC_CALL,
            place,
            subject,
            what + " uses METRIC('" + name + "'), a metric of another entity",
            "add a feature of type metric to "
                + entity
                + ", with source: "
                + name.substring(0, dot)
                + " and metric: "
                + name.substring(dot + 1)
                + ", and aggregate that");
        sound = false;
        return i + 4;
      }
      addHole(new MetricRef(name.substring(dot + 1)), call, at(i + 3));
      return i + 4;
    }

    private void misplaced(SqlToken token, String message, String remedy) {
      problems.add(
          Rule.MISPLACED_PLACEHOLDER,
          snippet.placeAt(token.start()),
          subject,
          message + "; there one writes " + use.placeholders,
          remedy);
      sound = false;
    }

    private void addHole(Part hole, SqlToken first, SqlToken last) {
      addText(snippet.text().substring(textFrom, first.start()));
      parts.add(hole);
      places.add(snippet.placeAt(first.start()));
      textFrom = last.end();
    }

    private void addText(String text) {
      if (!text.isEmpty()) {
        parts.add(new Text(text));
        places.add(snippet.place());
      }
    }

    private SqlToken at(int i) {
      int end = snippet.text().length();
      return i < code.size() ? code.get(i) : new SqlToken(Kind.SYMBOL, "", end, end);
    }
  }
}
