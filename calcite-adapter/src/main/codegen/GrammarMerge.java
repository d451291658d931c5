import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts Calque's productions into Calcite's expanded grammar. Run by the build (see pom.xml):
 *
 * <pre>java GrammarMerge.java Parser.jj replacements.txt out.jj ours.jj...</pre>
 *
 * A production of ours takes the place of Calcite's of that name, or is added. Then each text of
 * replacements.txt is replaced; a text that does not occur exactly once stops the build, since
 * Calcite has changed. Last, productions that nothing calls any more are left out.
 */
final class GrammarMerge {
  /** A production, a lexical rule or the parser class: a piece of the grammar's top level. */
  private record Piece(String name, String text) {}

  private static final Pattern PRODUCTION =
      Pattern.compile("^(?:JAVACODE\\s+)?(?:(?:protected|private|public)\\s+)?[\\w<>\\[\\],. ?]+\\s(\\w+)\\s*\\(");
  private static final Pattern CALL = Pattern.compile("(?<!new |\\.)\\b(\\w+)\\s*\\(");

  public static void main(String[] args) throws IOException {
    Map<String, Piece> pieces = new LinkedHashMap<>();
    String calcite = replaced(Files.readString(Path.of(args[0])), Path.of(args[1]));
    for (Piece piece : pieces(calcite)) {
      pieces.put(piece.name(), piece);
    }
    Set<String> ours = new LinkedHashSet<>();
    for (int i = 3; i < args.length; i++) {
      for (Piece piece : pieces(Files.readString(Path.of(args[i])))) {
        if (!ours.add(piece.name())) {
          throw new IllegalStateException("two productions called " + piece.name());
        }
        pieces.put(piece.name(), piece);
      }
    }
    Set<String> reached = reached(pieces);
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces.values()) {
      if (reached.contains(piece.name())) {
        out.append(piece.text().strip()).append("\n\n");
      } else if (ours.contains(piece.name())) {
        throw new IllegalStateException("nothing calls our production " + piece.name());
      }
    }
    Files.writeString(Path.of(args[2]), out);
  }

  /** Replacements are pairs of texts: "<<<<", the old, "====", the new, ">>>>", each on its line. */
  private static String replaced(String grammar, Path file) throws IOException {
    Matcher pair =
        Pattern.compile("^<<<<\\n(.*?)\\n====\\n(.*?)\\n?>>>>$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(file));
    while (pair.find()) {
      String old = pair.group(1);
      int at = grammar.indexOf(old);
      if (at < 0 || grammar.indexOf(old, at + 1) >= 0) {
        throw new IllegalStateException("not exactly once in Calcite's grammar:\n" + old);
      }
      grammar = grammar.substring(0, at) + pair.group(2) + grammar.substring(at + old.length());
    }
    return grammar;
  }

  /** The pieces that the parser class reaches, lexical rules included, whoever uses them. */
  private static Set<String> reached(Map<String, Piece> pieces) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (String name : pieces.keySet()) {
      if (name.startsWith("*")) {
        open.add(name);
      }
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        Matcher call = CALL.matcher(pieces.get(name).text());
        while (call.find()) {
          if (pieces.containsKey(call.group(1)) && !reached.contains(call.group(1))) {
            open.add(call.group(1));
          }
        }
      }
    }
    return reached;
  }

  private static List<Piece> pieces(String grammar) {
    List<Piece> pieces = new java.util.ArrayList<>();
    int at = 0;
    while ((at = skipBlank(grammar, at)) < grammar.length()) {
      int start = at;
      if (grammar.startsWith("PARSER_BEGIN", at)) {
        at = grammar.indexOf(')', grammar.indexOf("PARSER_END", at)) + 1;
        pieces.add(new Piece("*class", grammar.substring(start, at)));
        continue;
      }
      Matcher header = PRODUCTION.matcher(grammar).region(at, grammar.length());
      boolean javaCode = grammar.startsWith("JAVACODE", at);
      boolean production = header.lookingAt() && !grammar.startsWith("TOKEN_MGR", at);
      int brace = grammar.indexOf('{', at);
      if (production) {
        int open = header.end() - 1;
        brace = grammar.indexOf('{', closing(grammar, open));
      }
      at = closing(grammar, brace) + 1;
      if (production && !javaCode) {
        at = closing(grammar, grammar.indexOf('{', skipBlank(grammar, at))) + 1;
      }
      String name = production ? header.group(1) : "*" + pieces.size() + "@" + start;
      pieces.add(new Piece(name, grammar.substring(start, at)));
    }
    return pieces;
  }

  private static int skipBlank(String text, int at) {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
        at = skipOpaque(text, at);
      } else {
        return at;
      }
    }
    return at;
  }

  /** The place of the bracket that closes the one at {@code open}. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); ) {
      int after = skipOpaque(text, at);
      if (after > at) {
        at = after;
        continue;
      }
      char c = text.charAt(at);
      if (c == '{' || c == '(') {
        depth++;
      } else if (c == '}' || c == ')') {
        if (--depth == 0) {
          return at;
        }
      }
      at++;
    }
    throw new IllegalStateException("unclosed: " + text.substring(open, Math.min(text.length(), open + 80)));
  }

  /** Past the comment, string or character that starts at {@code at}; {@code at} if none does. */
  private static int skipOpaque(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at)) {
      return text.indexOf("*/", at) + 2;
    }
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') {
      return at;
    }
    int end = at + 1;
    while (text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}
