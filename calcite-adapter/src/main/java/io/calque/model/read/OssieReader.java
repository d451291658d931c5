package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the documents of Apache Ossie, formerly Open Semantic Interchange: versions 0.1 and 0.2.
 */
final class OssieReader implements ModelReader {
  private static final Pattern OF_A_DOCUMENT =
      Pattern.compile(
          "^[\"']?(semantic_model|ontology)[\"']?\\s*:|\\A\\s*\\{\\s*(\"version\"\\s*:[^,]*,\\s*)?\"semantic_model\"",
          Pattern.MULTILINE);

  @Override
  public String format() {
    return "Ossie";
  }

  @Override
  public String recognisedBy() {
    return "a YAML file with semantic_model: at its top, or a folder with one";
  }

  @Override
  public boolean recognises(ModelFiles files) throws IOException {
    return !documents(files).isEmpty();
  }

  private static List<Path> documents(ModelFiles files) throws IOException {
    List<Path> candidates =
        files.single().isPresent()
            ? List.of(files.single().get())
            : ModelFiles.yamlFiles(files.root());
    return candidates.stream().filter(file -> isDocument(files, file)).toList();
  }

  private static boolean isDocument(ModelFiles files, Path file) {
    return files.isText(file, text -> OF_A_DOCUMENT.matcher(text).find());
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    List<Mapping> models = new ArrayList<>();
    List<Path> documents =
        files.single().isPresent() ? List.of(files.single().get()) : documents(files);
    for (Path file : documents) {
      files
          .text(file, Rule.OSSIE_DOCUMENT, "", problems)
          .flatMap(text -> new YamlFile(text, Rule.OSSIE_DOCUMENT, "", problems).read())
          .ifPresent(document -> models.addAll(models(document, problems)));
    }
    Optional<Mapping> model = choose(models, options, files.start(), problems);
    if (model.isEmpty()) {
      return new ModelDraft(List.of(), List.of());
    }
    OssieModel read = new OssieModelReader(options.dialect(), problems, leftOut).read(model.get());
    return new OssieDrafts(read, problems, leftOut).draft();
  }

  private static List<Mapping> models(YamlValue document, Problems problems) {
    if (!(document instanceof Mapping map)) {
      problems.add(
          Rule.OSSIE_DOCUMENT,
          document.place(),
          "",
          "an Ossie document is " + document.kind() + " and should be a map",
          "write\nversion: 0.2.0.dev0\nsemantic_model:\n  - name: …");
      return List.of();
    }
    if (map.has("ontology")) {
      problems.add(
          Rule.OSSIE_DOCUMENT,
          map.place(),
          "",
          "this document is an ontology: it has concepts, and neither tables nor columns",
          "give the document with semantic_model: that goes with it");
      return List.of();
    }
    YamlFields fields = new YamlFields(map, "an Ossie document", "", problems);
    version(fields, map, problems);
    // 0.1 also listed the dialects and vendors that a document uses.
    fields.ignore("dialects", "vendors");
    List<Mapping> models = new ArrayList<>();
    for (YamlValue item : fields.items("semantic_model")) {
      if (item instanceof Mapping model) {
        models.add(model);
      } else {
        problems.add(
            Rule.WRONG_KIND,
            item.place(),
            "",
            "a semantic model is " + item.kind() + " and should be a map",
            "write - name: …");
      }
    }
    fields.reportUnknown();
    return models;
  }

  private static void version(YamlFields fields, Mapping map, Problems problems) {
    Optional<Scalar> version = fields.text("version");
    boolean known =
        version.filter(text -> text.text().strip().matches("0\\.[12](\\..*)?")).isPresent();
    if (!known) {
      problems.add(
          Severity.WARNING,
          Rule.OSSIE_DOCUMENT,
          version.map(Scalar::place).orElse(map.place()),
          "",
          version.isEmpty()
              ? "the document does not say its version"
              : "version " + Shown.name(version.get().text()) + " is read as 0.2",
          "write version: 0.1.1 or version: 0.2.0.dev0");
    }
  }

  /** The only model, or the one that the option domain names. */
  private static Optional<Mapping> choose(
      List<Mapping> models, LoadOptions options, Place start, Problems problems) {
    List<String> names = models.stream().map(OssieReader::name).toList();
    Optional<String> wanted = options.domain().filter(name -> !name.isBlank());
    if (wanted.isPresent()) {
      for (int i = 0; i < models.size(); i++) {
        if (names.get(i).equalsIgnoreCase(wanted.get())) {
          return Optional.of(models.get(i));
        }
      }
    } else if (models.size() < 2) {
      return models.stream().findFirst();
    }
    problems.add(
        Rule.UNKNOWN_DOMAIN,
        models.isEmpty() ? start : models.get(0).place(),
        "",
        wanted.isPresent()
            ? "there is no semantic model " + Shown.name(wanted.get())
            : "there are several semantic models, and a query is about one: " + Shown.list(names),
        "write domain: with one of "
            + Shown.list(names)
            + NearestNames.hint(wanted.orElse(""), names));
    return Optional.empty();
  }

  private static String name(Mapping model) {
    return new YamlFields(model, "a semantic model", "", new Problems())
        .word("name")
        .map(Written::text)
        .orElse("");
  }
}
