package io.calque.model.read;

import io.calque.model.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says what is wrong with a text that is not YAML, for the mistakes that people make. */
final class YamlSyntax {
  /** A value that begins with a placeholder and has no quotes. */
  private static final Pattern UNQUOTED_BRACE =
      Pattern.compile("^(\\s*(?:- +)?[\\w-]+\\s*:\\s+)(\\{\\s*[A-Za-z_]\\w*\\s*\\}.*)$");

  /** The same inside a map in braces. */
  private static final Pattern UNQUOTED_IN_MAP =
      Pattern.compile("^(.*[,{]\\s*sql\\s*:\\s*)\\{\\s*(?:source|destination|asset)\\s*\\}.*$");

  private static final Pattern SECOND_COLON =
      Pattern.compile("^(\\s*(?:- +)?[\\w-]+\\s*:\\s+)([^'\"|>&*\\[{].*:(?: .*)?)$");

  private YamlSyntax() {}

  static Problem problem(YAMLException error, SourceText source, Rule notYaml, String subject) {
    if (error instanceof MarkedYAMLException marked) {
      return marked(marked, source, notYaml, subject);
    }
    if (error instanceof ReaderException reader) {
      Place place = source.placeAt(source.text().offsetByCodePoints(0, characters(reader, source)));
      String code = String.format("U+%04X", reader.getCodePoint());
      return new Problem(
          notYaml.severity(),
          notYaml,
          place,
          subject,
          "the character " + code + " is not allowed in YAML",
          "delete it; it usually comes from pasting");
    }
    return new Problem(
        notYaml.severity(),
        notYaml,
        source.place(0, 0),
        subject,
        "the file cannot be read: " + oneLine(error.getMessage()),
        "");
  }

  private static int characters(ReaderException error, SourceText source) {
    int all = source.text().codePointCount(0, source.text().length());
    return Math.max(0, Math.min(error.getPosition(), all));
  }

  private static Problem marked(
      MarkedYAMLException error, SourceText source, Rule notYaml, String subject) {
    Mark mark = error.getProblemMark() == null ? error.getContextMark() : error.getProblemMark();
    int line = mark == null ? 0 : mark.getLine();
    int column = mark == null ? 0 : mark.getColumn();
    String sentence = sentence(error, mark);
    String remedy = "";
    String written = source.line(line);
    Matcher brace = UNQUOTED_BRACE.matcher(written);
    Matcher inMap = UNQUOTED_IN_MAP.matcher(written);
    Matcher colon = SECOND_COLON.matcher(written);
    if (brace.matches()) {
      column = brace.end(1);
      sentence = "SQL that begins with a brace is not quoted, so YAML takes the brace for a map";
      remedy =
          "quote it:\n"
              + written.strip().substring(0, brace.end(1) - indent(written))
              + quoted(brace.group(2));
    } else if (inMap.matches()) {
      column = inMap.end(1);
      sentence = "SQL that begins with a brace is not quoted, so YAML takes the brace for a map";
      remedy = "quote it, such as sql: '{source}.{id} = {destination}.{customer_id}'";
    } else if (sentence.contains("mapping values are not allowed") && colon.matches()) {
      sentence = "a colon and a blank inside a text that is not quoted begin a map for YAML";
      remedy = "quote the text:\n" + colon.group(1).strip() + " " + quoted(colon.group(2));
    } else if (sentence.contains("(TAB)") || written.startsWith("\t")) {
      sentence = "a tab stands where YAML wants blanks";
      remedy = "indent with blanks";
    }
    return new Problem(
        notYaml.severity(), notYaml, source.place(line, column), subject, sentence, remedy);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String sentence(MarkedYAMLException error, Mark problemMark) {
    StringBuilder sentence = new StringBuilder("this is not YAML");
    if (error.getContext() != null) {
      sentence.append(": ").append(oneLine(error.getContext()));
      Mark context = error.getContextMark();
      if (context != null && problemMark != null && context.getLine() != problemMark.getLine()) {
        sentence.append(" (which begins in line ").append(context.getLine() + 1).append(")");
      }
    }
    if (error.getProblem() != null) {
      sentence.append(error.getContext() == null ? ": " : ", ").append(oneLine(error.getProblem()));
    }
    return sentence.toString();
  }

  /** A text in single quotes, as YAML wants it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String oneLine(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }
}
