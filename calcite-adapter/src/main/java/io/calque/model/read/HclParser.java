package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.HclBlock.Attribute;
import io.calque.model.read.HclBlock.Value;
import io.calque.model.read.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file in HCL's notation: blocks, attributes and comments; no expressions, no functions. It
 * knows which blocks may stand in which, and so can say which one was never closed.
 */
final class HclParser {
  private static final int DEEPEST = 60;

  private final List<HclToken> tokens;
  private final Map<String, Set<String>> grammar;
  private final Problems problems;
  private final List<Open> open = new ArrayList<>();
  private int at;

  /** The block that a brace seems not to be meant for, by its indentation. */
  private Optional<Open> suspect = Optional.empty();

  /** A block whose closing brace is still to come. */
  private record Open(
      HclToken type, List<Written> labels, List<Attribute> attributes, List<HclBlock> blocks) {
    HclBlock block() {
      return new HclBlock(new Written(type.text(), type.place()), labels, attributes, blocks);
    }
  }

  private HclParser(List<HclToken> tokens, Map<String, Set<String>> grammar, Problems problems) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.problems = problems;
  }

  /**
   * The outermost blocks; problems have been added for all that is no block and no attribute.
   *
   * @param grammar which blocks may stand in a block; those of the file itself under the empty name
   */
  static List<HclBlock> parse(
      SourceText source, Map<String, Set<String>> grammar, Problems problems) {
    return new HclParser(HclLexer.tokens(source, problems), grammar, problems).file();
  }

  private List<HclBlock> file() {
    HclToken nothing = new HclToken(Kind.WORD, "", tokens.get(0).place(), 0, 0);
    open.add(new Open(nothing, List.of(), new ArrayList<>(), new ArrayList<>()));
    while (!token().is(Kind.END)) {
      item();
    }
    if (open.size() > 1) {
      Open unclosed = suspect.orElse(last());
      neverClosed(unclosed, "the end of the file");
      while (open.size() > 1) {
        close();
      }
    }
    return List.copyOf(last().blocks());
  }

  private HclToken token() {
    return tokens.get(at);
  }

  private HclToken next() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  private Open last() {
    return open.get(open.size() - 1);
  }

  private void item() {
    HclToken token = token();
    if (token.isSymbol("}")) {
      closingBrace(token);
    } else if (token.is(Kind.WORD) && next().isSymbol("=")) {
      attribute(token);
    } else if (token.is(Kind.WORD) && isBlock(token)) {
      block(token);
    } else if (token.is(Kind.WORD) && next().isSymbol(":")) {
      error(
          next().place(),
          token.text() + " is followed by a colon",
          "write " + token.text() + " = \"…\"");
      skipLine(token);
    } else if (token.isSymbol(",") || token.isSymbol(";")) {
      error(token.place(), token.text() + " has no meaning here", "end the line instead");
      at++;
    } else if (token.isSymbol("{")) {
      error(token.place(), "a brace opens here without a block's name", "write its name before it");
      open(token, List.of());
    } else {
      error(
          token.place(),
          token.shown() + " is neither the beginning of a block nor of an attribute",
          token.is(Kind.STRING) || token.is(Kind.NUMBER)
              ? "write name = " + token.shown()
              : "write name = \"value\", or block \"label\" { … }");
      skipLine(token);
    }
  }

  /** Whether a word is followed by what follows a block's name: labels and a brace. */
  private boolean isBlock(HclToken word) {
    int i = at + 1;
    if (tokens.get(i).isSymbol(":")) {
      i++;
    }
    if (tokens.get(i).isSymbol("{")) {
      return i == at + 1 || isKnown(word.text());
    }
    if (tokens.get(i).is(Kind.STRING) && tokens.get(i + 1).isSymbol("{")) {
      return true;
    }
    return isKnown(word.text())
        && (tokens.get(i).is(Kind.STRING)
            || tokens.get(i).is(Kind.WORD) && tokens.get(i + 1).isSymbol("{"));
  }

  private boolean isKnown(String block) {
    return grammar.values().stream().anyMatch(names -> names.contains(block));
  }

  private void block(HclToken type) {
    at++;
    if (token().isSymbol(":")) {
      problems.add(
          Severity.WARNING,
          Rule.GRAPH_SYNTAX,
          token().place(),
          "",
          "a colon follows " + type.text() + ", which is read as if it were not there",
          "remove the colon");
      at++;
    }
    List<Written> labels = new ArrayList<>();
    while (token().is(Kind.STRING) || token().is(Kind.WORD) && next().isSymbol("{")) {
      if (token().is(Kind.WORD)) {
        error(
            token().place(),
            "the label " + token().shown() + " is not in quotes",
            "write " + type.text() + " \"" + token().text() + "\" {");
      }
      labels.add(new Written(token().text(), token().place()));
      at++;
    }
    closeWhatCannotHold(type);
    open(type, labels);
    if (token().isSymbol("{")) {
      at++;
    } else {
      error(
          token().place(),
          "block " + last().block().shown() + " has no { but " + token().shown(),
          "write { at the end of its first line");
    }
  }

  private void open(HclToken type, List<Written> labels) {
    if (type.isSymbol("{")) {
      at++;
    }
    if (open.size() > DEEPEST) {
      error(type.place(), "blocks are nested more than " + DEEPEST + " deep", "close some of them");
      at = tokens.size() - 1;
      return;
    }
    open.add(new Open(type, labels, new ArrayList<>(), new ArrayList<>()));
  }

  /** Where a block can stand in an outer block only, the inner ones were never closed. */
  private void closeWhatCannotHold(HclToken type) {
    int holder = open.size() - 1;
    while (holder > 0 && !holds(open.get(holder), type.text())) {
      holder--;
    }
    if (!holds(open.get(holder), type.text())) {
      return;
    }
    while (open.size() - 1 > holder) {
      neverClosed(last(), type.text() + " at " + type.place());
      close();
    }
  }

  private boolean holds(Open block, String type) {
    return grammar.getOrDefault(block.type().text(), Set.of()).contains(type);
  }

  private void neverClosed(Open block, String before) {
    error(
        block.type().place(),
        "block "
            + block.block().shown()
            + " is opened here and never closed; it should be before "
            + before,
        "add } where it ends");
  }

  private void closingBrace(HclToken brace) {
    at++;
    if (open.size() == 1) {
      error(brace.place(), "} closes nothing", "remove it, or a } before it that is one too many");
      return;
    }
    boolean fitsOuter =
        open.subList(1, open.size() - 1).stream()
            .anyMatch(block -> block.type().indent() == brace.indent());
    if (suspect.isEmpty() && fitsOuter && last().type().indent() != brace.indent()) {
      suspect = Optional.of(last());
    }
    close();
  }

  private void close() {
    Open closed = open.remove(open.size() - 1);
    if (!closed.type().isSymbol("{")) {
      last().blocks().add(closed.block());
    }
  }

  private void attribute(HclToken name) {
    at += 2;
    HclToken value = token();
    boolean sameLine = value.place().line() == name.place().line();
    if (sameLine && (value.is(Kind.STRING) || value.is(Kind.NUMBER) || isTruth(value))) {
      at++;
      last()
          .attributes()
          .add(
              new Attribute(
                  new Written(name.text(), name.place()),
                  new Value(value.text(), value.is(Kind.STRING), value.place(), value.start())));
      if (token().isSymbol(",")) {
        error(token().place(), "attributes are not separated by commas", "remove the comma");
        at++;
      } else if (token().place().line() == name.place().line()
          && !token().isSymbol("}")
          && !token().is(Kind.END)) {
        afterValue(name);
      }
      return;
    }
    error(
        sameLine && !value.is(Kind.END) ? value.place() : name.place(),
        sameLine && !value.is(Kind.END) && !value.isSymbol("}")
            ? "the value of " + name.text() + " is not in quotes"
            : name.text() + " has no value",
        "write " + name.text() + " = \"…\"");
    if (sameLine) {
      skipLine(name);
    }
  }

  private void afterValue(HclToken name) {
    if (token().is(Kind.WORD) && (next().isSymbol("=") || isBlock(token()))) {
      return;
    }
    error(
        token().place(),
        token().shown() + " follows the value of " + name.text(),
        "write one text in quotes, and nothing behind it; nothing is computed here");
    skipLine(name);
  }

  private static boolean isTruth(HclToken value) {
    return value.is(Kind.WORD) && (value.text().equals("true") || value.text().equals("false"));
  }

  /** Goes on behind the line, or at a brace that closes a block on it. */
  private void skipLine(HclToken from) {
    int line = from.place().line();
    int start = at;
    while (!token().is(Kind.END) && token().place().line() == line && !token().isSymbol("}")) {
      at++;
    }
    if (at == start && !token().is(Kind.END) && !token().isSymbol("}")) {
      at++;
    }
  }

  private void error(Place place, String message, String remedy) {
    problems.add(Rule.GRAPH_SYNTAX, place, "", message, remedy);
  }
}
