package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as plain YAML is what SnakeYAML reads there, to the last place. */
class PlainYamlTest {
  private static final int MUTATIONS = 30_000;

  private static final List<String> PLAIN =
      List.of(
          """
          # A project's file.
          name: e1   # and why
          description: Number 1; it's ours, isn't it? (50% #1)
          key_source: db.main.t1
          keys: [id, 'other id']
          features:
            - {type: field, name: id, data_type: number, description: 'What id means', source: db.main.t1}
            - {type: formula, name: sum1, queryable: false, sql: '{f3} + {f5} * 2', tags: []}

            - type: field
              name: größe
              description: "größer – als"
              options: {}
              source:
              field: -5

          metrics:
          - name: many
            sql: >-
              COUNT(
              *)
          - name: total
            sql: |
              SUM(
                {f3}

              )

            description:
          - just text
          """,
          """
          relationships:
            a-b:
              relationship: many_to_one
              joins:
                - name: it's
                  type: sql
                  sql: '{source}.{b} = ''x'' AND {destination}.{id}'
                  lookup: [{x: {y: [1, 2]}}, ~, a b]
              list:
                - one
                - two: 2
                  three:
                    four: 4
                -   five:   5
          end:
          """);

  private static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "\n",
          "\n\n",
          "-",
          "- ",
          ":",
          ": ",
          "#",
          " #",
          "'",
          "''",
          "\"",
          "\\",
          "[",
          "]",
          "{",
          "}",
          ",",
          ", ",
          "|",
          ">",
          "|-",
          "&a ",
          "*a",
          "!t ",
          "? ",
          "%",
          "@",
          "`",
          "~",
          "\t",
          "\r",
          "---\n",
          "...\n",
          "a",
          "a: b",
          "- a\n",
          "<<: ",
          "\u0085",
          "\u2028",
          "\u00a0",
          "é",
          "\ud83d\ude00",
          "\u0007",
          "    ",
          "      ",
          "\n    ",
          "\n  - ",
          "=",
          "null");

  @Test
  void filesAsPeopleWriteThemArePlain() {
    for (String text : PLAIN) {
      assertTrue(PlainYaml.read(source(text)).isPresent(), text);
      assertSame(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment\n",
        "text\n",
        "a: 1\na: 2\n",
        "a: &x 1\nb: *x\n",
        "a: b: c\n",
        "a: 1\n  b\n",
        "a: 'b\n  c'\n",
        "a: [1,\n  2]\n",
        "a: {b}\n",
        "a: \"\\u0041\"\n",
        "a: >\n  b\n\n  c\n",
        "a: |2\n   b\n",
        "a: |+\n  b\n\n",
        "a: |\n",
        "---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "a:\tb\n",
        "a: 1\r\nb: 2\r\n",
        "? a\n: b\n",
        "\"a b\": c\n",
        "a: !!int 1\n",
        "a: 'b' c\n",
        "a: 1\n b: 2\n",
        "a:\n    b: 1\n  c: 2\n"
      })
  void allElseIsNot(String text) {
    assertEquals(Optional.empty(), PlainYaml.read(source(text)));
  }

  @Test
  void mutatedFilesAreReadAsSnakeYamlReadsThem() {
    Random random = new Random(20_261_125);
    int plain = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = PLAIN.get(random.nextInt(PLAIN.size()));
      for (int n = random.nextInt(3); n >= 0; n--) {
        text = mutated(text, random);
      }
      plain += assertSame(text) ? 1 : 0;
    }
    assertTrue(plain > MUTATIONS / 10, plain + " of the mutations were plain");
  }

  /** A piece of text put in, taken out, moved, or in the place of another. */
  private static String mutated(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(6));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + text.substring(to) + " ";
      case 1 -> text.substring(0, from) + piece + text.substring(from);
      case 2 -> text.substring(0, from) + piece + text.substring(to);
      case 3 -> withLine(text, random, "");
      default -> withLine(text, random, piece);
    };
  }

  /** With a line that is shifted, or stands elsewhere. */
  private static String withLine(String text, Random random, String before) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String line = lines.remove(random.nextInt(lines.size()));
    String shifted = random.nextBoolean() ? " ".repeat(random.nextInt(5)) + line.strip() : line;
    lines.add(random.nextInt(lines.size() + 1), before + shifted);
    return String.join("\n", lines) + (random.nextInt(10) == 0 ? "" : "\n");
  }

  /** Whether the text is plain. */
  private static boolean assertSame(String text) {
    SourceText source = source(text);
    Optional<YamlValue> plain = PlainYaml.read(source);
    if (plain.isPresent()) {
      Problems problems = new Problems();
      Optional<YamlValue> composed =
          new YamlFile(source, Rule.ENTITY_NOT_YAML, "", problems).composed();
      assertEquals(List.of(), problems.sorted(), text);
      assertEquals(shown(composed.orElseThrow()), shown(plain.get()), text);
    }
    return plain.isPresent();
  }

  private static SourceText source(String text) {
    return new SourceText("a.yml", text);
  }

  /** All that can be asked of a value. */
  private static String shown(YamlValue value) {
    StringBuilder shown = new StringBuilder().append(value.place()).append(' ');
    if (value instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        shown.append(entry.key()).append('@').append(entry.place()).append('=');
        shown.append(shown(entry.value())).append('\n');
      }
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> shown.append("- ").append(shown(item)).append('\n'));
    } else if (value instanceof Scalar scalar) {
      shown.append(value.kind()).append(" '").append(scalar.text()).append('\'');
      for (int i = 0; i <= scalar.text().length(); i++) {
        shown.append(' ').append(scalar.snippet().placeAt(i));
      }
    }
    return shown.toString();
  }
}
