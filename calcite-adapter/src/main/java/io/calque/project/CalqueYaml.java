package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.read.CollectionNaming;
import io.calque.warehouse.Password;
import io.calque.warehouse.WarehouseEngines;
import io.calque.warehouse.WarehouseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the text of a {@code calque.yml}; every complaint names file, line and column. */
final class CalqueYaml {
  private static final List<String> KEYS =
      List.of(
          "name", "model", "format", "domain", "dialect", "tables", "foreign_keys", "warehouse");
  private static final List<String> WAREHOUSE_KEYS =
      List.of(
          "url",
          "user",
          "password",
          "password_file",
          "password_command",
          "properties",
          "init",
          "pool");

  /** Of these there can be one at most. */
  private static final List<String> PASSWORD_KEYS =
      List.of("password", "password_file", "password_command");

  /** {@code ${NAME}}, {@code ${NAME:-default}}, and {@code $${} for the characters themselves. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  private static final int MAX_ALIASES = 20;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_SIZE = 1 << 20;

  private final Path file;
  private final UnaryOperator<String> environment;

  private CalqueYaml(Path file, UnaryOperator<String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /**
   * Reads a file's text.
   *
   * @throws CalqueException at the first thing that is wrong
   */
  static ProjectConfig read(Path file, String text, UnaryOperator<String> environment) {
    return new CalqueYaml(file, environment).config(text);
  }

  private ProjectConfig config(String text) {
    Path folder = file.toAbsolutePath().getParent();
    Node root = compose(text);
    if (root == null) {
      return new ProjectConfig(
          ProjectConfig.nameOf(folder),
          folder,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CollectionNaming.STANDARD,
          Optional.empty());
    }
    Map<String, Node> entries = entries(root, "calque.yml", KEYS);
    Path model = optional(entries, "model").map(folder::resolve).orElse(folder).normalize();
    if (!Files.exists(model)) {
      throw error(entries.get("model"), "there is no folder or file " + model);
    }
    Optional<String> dialect = optional(entries, "dialect");
    dialect.ifPresent(
        name -> {
          if (WarehouseEngines.names().stream().noneMatch(name::equalsIgnoreCase)) {
            throw unknown(entries.get("dialect"), "dialect", name, WarehouseEngines.names());
          }
        });
    return new ProjectConfig(
        optional(entries, "name").orElseGet(() -> ProjectConfig.nameOf(folder)),
        model,
        optional(entries, "format"),
        optional(entries, "domain"),
        dialect,
        collections(entries),
        Optional.ofNullable(entries.get("warehouse"))
            .map(node -> warehouse(node, folder, dialect)));
  }

  private CollectionNaming collections(Map<String, Node> entries) {
    Optional<String> tables = optional(entries, "tables");
    Optional<String> keys = optional(entries, "foreign_keys");
    if (tables.filter(text -> !CollectionNaming.isTables(text)).isPresent()) {
      throw error(entries.get("tables"), "tables " + ProjectConfig.TABLES_MEANING);
    }
    if (keys.filter(text -> !CollectionNaming.isForeignKeys(text)).isPresent()) {
      throw error(
          entries.get("foreign_keys"), "foreign_keys " + ProjectConfig.FOREIGN_KEYS_MEANING);
    }
    return new CollectionNaming(
        tables.orElse(CollectionNaming.STANDARD.tables()),
        keys.orElse(CollectionNaming.STANDARD.foreignKeys()));
  }

  private WarehouseSettings warehouse(Node node, Path folder, Optional<String> dialect) {
    Map<String, Node> entries = entries(node, "warehouse", WAREHOUSE_KEYS);
    String url =
        optional(entries, "url")
            .orElseThrow(
                () -> error(node, "warehouse needs a url, such as jdbc:duckdb:shop.duckdb"));
    return new WarehouseSettings(
        ProjectConfig.absolute(url, folder),
        optional(entries, "user"),
        password(entries, folder),
        dialect,
        strings(entries.get("properties"), "properties"),
        list(entries.get("init"), "init", "SQL statements"),
        strings(entries.get("pool"), "pool"));
  }

  private Optional<Password> password(Map<String, Node> entries, Path folder) {
    List<String> given = PASSWORD_KEYS.stream().filter(entries::containsKey).toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Node node = entries.get(given.get(0));
    if (given.size() > 1) {
      throw error(
          entries.get(given.get(1)), "there is one password: " + String.join(" or ", given));
    }
    return Optional.of(
        switch (given.get(0)) {
          case "password_file" ->
              new Password.FromFile(folder.resolve(scalar(node, "password_file")).normalize());
          case "password_command" -> command(node, folder);
          default -> new Password.Given(scalar(node, "password"));
        });
  }

  private Password command(Node node, Path folder) {
    List<String> words = list(node, "password_command", "words, the program first");
    if (words.isEmpty()) {
      throw error(node, "password_command has to be a list of words, the program first");
    }
    return new Password.FromCommand(words, folder);
  }

  private Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_SIZE);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw error(mark, "this is not YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw error((Mark) null, "this is not YAML: " + e.getMessage(), e);
    }
  }

  /** The entries of a mapping whose keys are known; those without a value are left out. */
  private Map<String, Node> entries(Node node, String what, List<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping(node, what).getValue()) {
      String key = scalar(tuple.getKeyNode(), "a key");
      if (!known.contains(key)) {
        throw unknown(tuple.getKeyNode(), "key", key, known);
      }
      if (entries.containsKey(key)) {
        throw error(tuple.getKeyNode(), key + " is here twice");
      }
      if (!isNull(tuple.getValueNode())) {
        entries.put(key, tuple.getValueNode());
      }
    }
    return entries;
  }

  private Map<String, String> strings(Node node, String what) {
    if (node == null) {
      return Map.of();
    }
    Map<String, String> strings = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping(node, what).getValue()) {
      String key = scalar(tuple.getKeyNode(), "a key");
      strings.put(key, scalar(tuple.getValueNode(), key));
    }
    return strings;
  }

  private List<String> list(Node node, String key, String ofWhat) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof ScalarNode) {
      return List.of(scalar(node, key));
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw error(node, key + " has to be a list of " + ofWhat);
    }
    List<String> list = new ArrayList<>();
    sequence.getValue().forEach(item -> list.add(scalar(item, "an item of " + key)));
    return list;
  }

  private Optional<String> optional(Map<String, Node> entries, String key) {
    return Optional.ofNullable(entries.get(key)).map(node -> scalar(node, key));
  }

  private MappingNode mapping(Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw error(node, what + " has to hold keys and values");
  }

  private String scalar(Node node, String what) {
    if (node instanceof ScalarNode scalar) {
      return withVariables(scalar);
    }
    throw error(node, what + " has to be a single value");
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private String withVariables(ScalarNode node) {
    Matcher variable = VARIABLE.matcher(node.getValue());
    StringBuilder value = new StringBuilder();
    while (variable.find()) {
      variable.appendReplacement(value, Matcher.quoteReplacement(valueOf(variable, node)));
    }
    return variable.appendTail(value).toString();
  }

  private String valueOf(Matcher variable, Node node) {
    String name = variable.group(1);
    if (name == null) {
      return "${";
    }
    String value = environment.apply(name);
    if (value != null && !value.isEmpty()) {
      return value;
    }
    if (variable.group(2) != null) {
      return variable.group(2);
    }
    if (value != null) {
      return value;
    }
    throw error(
        node,
        "the environment variable %s is not set; set it, or write ${%s:-a default}"
            .formatted(name, name));
  }

  private CalqueException unknown(Node node, String what, String name, List<String> known) {
    return error(
        node,
        "there is no %s %s here%s; known are %s"
            .formatted(what, name, NearestNames.hint(name, known), String.join(", ", known)));
  }

  private CalqueException error(Node node, String message) {
    return error(node.getStartMark(), message, null);
  }

  private CalqueException error(Mark mark, String message, Exception cause) {
    String place =
        mark == null
            ? file.toString()
            : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    return CalqueException.of(ErrorCode.BAD_PROJECT, place + ": " + message, cause);
  }
}
