package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the text of one YAML file into {@link YamlValue}s.
 *
 * <p>Plain files are read by {@link PlainYaml}. Of all others SnakeYAML composes nodes, which know
 * their places; nothing is constructed from them, so no tag of the file has any effect. Depth,
 * size, and how often anchors are used are limited.
 */
final class YamlFile {
  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
  private static final int DEEPEST = 40;
  private static final int MOST_ALIASES = 50;
  private static final int MOST_VALUES = 5_000_000;

  private static final LoaderOptions LIMITS = limits();

  /** Asks no scalar what it looks like: all of them are read as text. */
  private static final Resolver ALL_TEXT =
      new Resolver() {
        @Override
        protected void addImplicitResolvers() {
          // No pattern is tried.
        }
      };

  private final SourceText source;
  private final Rule notYaml;
  private final String subject;
  private final Problems problems;
  private int values;

  /**
   * @param notYaml what is broken by a file that is not YAML
   * @param subject what problems with the file as a whole are about; may be empty
   */
  YamlFile(SourceText source, Rule notYaml, String subject, Problems problems) {
    this.source = source;
    this.notYaml = notYaml;
    this.subject = subject;
    this.problems = problems;
  }

  /** The file's value, if it is YAML and not empty; otherwise a problem has been added. */
  Optional<YamlValue> read() {
    Optional<YamlValue> plain = PlainYaml.read(source);
    return plain.isPresent() ? plain : composed();
  }

  /** What SnakeYAML says. */
  Optional<YamlValue> composed() {
    try {
      Composer documents =
          new Composer(new ParserImpl(new StreamReader(source.text()), LIMITS), ALL_TEXT, LIMITS);
      if (!documents.checkNode()) {
        problems.add(
            notYaml, source.place(0, 0), subject, "the file is empty", "fill it, or delete it");
        return Optional.empty();
      }
      YamlValue value = value(documents.getNode());
      if (documents.checkNode()) {
        problems.add(
            notYaml,
            place(documents.getNode().getStartMark()),
            subject,
            "the file holds a second document, which is not read",
            "remove the line --- or move what follows it into a file of its own");
      }
      return Optional.of(value);
    } catch (YAMLException e) {
      problems.add(YamlSyntax.problem(e, source, notYaml, subject));
      return Optional.empty();
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return options;
  }

  private YamlValue value(Node node) {
    return value(node, 0);
  }

  private YamlValue value(Node node, int depth) {
    values++;
    if (depth > DEEPEST || values > MOST_VALUES) {
      throw new YAMLException("anchors and aliases make the file too large or endless");
    }
    Place place = place(node.getStartMark());
    if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, depth + 1));
      }
      return new Sequence(items, place);
    }
    if (node instanceof MappingNode mapping) {
      return new Mapping(entries(mapping, depth), place);
    }
    return scalar((ScalarNode) node, place);
  }

  private List<Entry> entries(MappingNode mapping, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place keyPlace = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(
            Rule.WRONG_KIND,
            keyPlace,
            subject,
            "a key is a list or a map here",
            "keys are plain words; if this is an SQL text that begins with a brace, put it in"
                + " quotes");
        continue;
      }
      String key = keyNode.getValue();
      Entry entry = new Entry(key, keyPlace, value(tuple.getValueNode(), depth + 1));
      Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_KEY,
            keyPlace,
            subject,
            "the key " + key + " stands here a second time; the first is at " + earlier.place(),
            "keep one of the two; until then the first one counts");
      }
    }
    return List.copyOf(entries.values());
  }

  private Scalar scalar(ScalarNode node, Place place) {
    Mark mark = node.getStartMark();
    Snippet.Style style = style(node.getScalarStyle());
    int start = source.offset(mark.getLine(), mark.getColumn());
    return new Scalar(new Snippet(node.getValue(), source, start, style), place);
  }

  private static Snippet.Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Snippet.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Snippet.Style.DOUBLE_QUOTED;
      case LITERAL, FOLDED -> Snippet.Style.BLOCK;
      case PLAIN -> Snippet.Style.PLAIN;
    };
  }

  private Place place(Mark mark) {
    return source.place(mark.getLine(), mark.getColumn());
  }
}
