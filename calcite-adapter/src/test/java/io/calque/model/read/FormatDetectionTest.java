package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format is told from the content alone, and no reader takes another format for its own. */
class FormatDetectionTest {
  /** For each format the content of a file that is a model by itself, with and without comments. */
  private static final Map<String, List<String>> FILES =
      new LinkedHashMap<>(
          Map.of(
              "Lynk",
              List.of(
                  "name: boat\nkey_source: a.b.boats\nkeys: [id]\n",
                  "# type Boat { name: String }\nrelationships:\n  a-b: {relationship: one_to_one}\n"),
              "Lynk3",
              List.of(
                  "identity: a.b.boats\nkeys: [id]\nfeatures: []\n",
                  "# semantic_model:\nidentity: a.b.boats\n"),
              "DefraDB",
              List.of(
                  "type Boat { name: String }",
                  "# data_graph {\n\"identity: of a boat\"\ntype Boat @index(unique: true) {\n name: String }",
                  "interface Floats { draught: Float }\ntype Boat { name: String }"),
              "Ossie",
              List.of(
                  "version: 0.1.1\nsemantic_model:\n  - name: x\n    relationships: []\n",
                  "# identity:\nsemantic_model: []\n",
                  "{\"version\": \"0.1.1\", \"semantic_model\": []}"),
              "Segment",
              List.of(
                  "data_graph {\n  version = \"v1.0.0\"\n  profile {\n    type = \"x\"\n  }\n}\n",
                  "# type Boat { name: String }\ndata_graph {\n  version = \"v0.0.6\"\n}\n"),
              "SignalSmith",
              List.of(
                  "{\"entity_types\": [{\"id\": \"et_1\", \"name\": \"Boat\"}], \"relationships\": []}")));

  @TempDir private Path folder;

  @Test
  void eachFileIsRecognisedByItsOwnReaderAlone() throws IOException {
    for (Map.Entry<String, List<String>> format : FILES.entrySet()) {
      for (String text : format.getValue()) {
        for (String name : List.of("model.yml", "model.yaml", "model.txt", "model.graphql", "m")) {
          ModelFiles files = ModelFiles.of(Files.writeString(folder.resolve(name), text));
          for (ModelReader reader : ModelReaders.all()) {
            boolean own = reader.format().equals(format.getKey());
            boolean yamlByName = !ModelFiles.isYaml(folder.resolve(name)) && isYamlOnly(reader);
            if (reader.recognises(files)) {
              assertTrue(own, () -> reader.format() + " takes for its own\n" + text);
            } else {
              assertTrue(!own || yamlByName, () -> reader.format() + " does not know\n" + text);
            }
          }
          Files.delete(folder.resolve(name));
        }
      }
    }
  }

  /** Formats whose files are known among others by their ending. */
  private static boolean isYamlOnly(ModelReader reader) {
    return reader.format().equals("Lynk") || reader.format().equals("Lynk3");
  }

  @Test
  void eachFolderIsRecognisedByItsOwnReaderAlone() throws IOException {
    Map<String, Map<String, String>> folders =
        Map.of(
            "Lynk", Map.of("entities/boat.yml", FILES.get("Lynk").get(0)),
            "Lynk3",
                Map.of(
                    ".lynk/lynk.yml",
                    "schema_version: \"v2\"\n",
                    ".lynk/domains/a/entities/boat/schema.yml",
                    FILES.get("Lynk3").get(0)),
            "DefraDB", Map.of("schema.graphql", FILES.get("DefraDB").get(0)),
            "Ossie", Map.of("model.yaml", FILES.get("Ossie").get(0)));
    for (Map.Entry<String, Map<String, String>> format : folders.entrySet()) {
      Path root = Files.createDirectory(folder.resolve(format.getKey()));
      Files.writeString(root.resolve("calque.yml"), "warehouse: {url: 'jdbc:duckdb:'}\n");
      for (Map.Entry<String, String> file : format.getValue().entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      List<String> recognised =
          ModelReaders.of(ModelFiles.of(root)).stream().map(ModelReader::format).toList();
      assertEquals(List.of(format.getKey()), recognised);
    }
  }

  @Test
  void aFolderWithTwoFormatsSaysWhichOneItMeans() {
    ModelFixture two = Library.model().with("schema.graphql", FILES.get("DefraDB").get(0));
    two.load()
        .hasOneError()
        .reports(".:1:1 error C01", "several formats here: Lynk and DefraDB", "format: ");
    new ModelFixture(two.files(), LoadOptions.named("x").withFormat(Optional.of("defradb")), "")
        .load()
        .isClean()
        .entity("Boat");
  }

  @Test
  void whatIsNoModelIsRecognisedByNobody() throws IOException {
    for (String text :
        List.of("", " ", "hello", "type", "{}", "[]", "type: Boat", "SELECT 1", "type = \"x\"")) {
      ModelFiles files = ModelFiles.of(Files.writeString(folder.resolve("x.yml"), text));
      assertTrue(ModelReaders.of(files).isEmpty(), text);
    }
  }
}
