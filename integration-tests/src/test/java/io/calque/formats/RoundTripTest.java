package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.Rows;
import io.calque.joins.SideBySide;
import io.calque.model.Entity;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import io.calque.model.write.ModelWriters;
import io.calque.model.write.WrittenModel;
import io.calque.project.CheckedModel;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model of any format, written as the native format and read again, is the same model. */
class RoundTripTest {
  @RegisterExtension
  static final SideBySide NURSERY = SideBySide.project(RoundTripTest.class, "nursery", "nursery");

  @RegisterExtension
  static final SideBySide CHOIR = SideBySide.project(RoundTripTest.class, "choir", "choir");

  @RegisterExtension
  static final SideBySide CLINIC = SideBySide.project(RoundTripTest.class, "clinic", "clinic");

  @RegisterExtension
  static final SideBySide ORCHESTRA =
      SideBySide.project(RoundTripTest.class, "orchestra", "orchestra");

  @RegisterExtension
  static final SideBySide PRESS = SideBySide.project(RoundTripTest.class, "press", "press");

  @RegisterExtension
  static final SideBySide QUAY = SideBySide.project(RoundTripTest.class, "quay", "quay");

  @RegisterExtension
  static final SideBySide BIKES = SideBySide.project(RoundTripTest.class, "bikes", "velo");

  @RegisterExtension
  static final SideBySide HOSPITAL = SideBySide.project(RoundTripTest.class, "hospital", "clinic");

  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(SideBySide.class, "shop", "nasty");

  @TempDir private Path folder;

  static Stream<SideBySide> projects() {
    return Stream.of(NURSERY, CHOIR, CLINIC, ORCHESTRA, PRESS, QUAY, BIKES, HOSPITAL, SHOP);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void theNativeFormatSaysTheSame(SideBySide project) throws Exception {
    ProjectConfig config =
        ProjectConfig.read(ProjectRequest.of(project.folder().toString()), System::getenv);
    SemanticModel model = CheckedModel.read(config).model();
    WrittenModel written = ModelWriters.named("lynk").orElseThrow().write(model, "a test");
    for (Map.Entry<String, String> file : written.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    LoadedModel again = ModelLoader.load(folder, LoadOptions.named(model.name()));
    List<Problem> errors =
        again.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertEquals(List.of(), errors);
    assertEquals(meaning(model), meaning(again.model()));
    sameRows(project, config, model);
  }

  /** The order of entities is that of their files, which means nothing. */
  private static String meaning(SemanticModel model) throws ReflectiveOperationException {
    List<Entity> byName =
        model.entities().stream().sorted(Comparator.comparing(Entity::name)).toList();
    return Meaning.of(new SemanticModel(model.name(), byName, model.relationships()));
  }

  private void sameRows(SideBySide project, ProjectConfig config, SemanticModel model)
      throws Exception {
    String url = config.requiredWarehouse().url();
    try (Connection converted =
        DriverManager.getConnection("jdbc:calque:model=" + folder + ";warehouse=\"" + url + "\"")) {
      for (Entity entity : model.entities()) {
        String sql = "SELECT * FROM \"" + entity.name() + "\"";
        assertEquals(project.rows(sql).sorted(), Rows.of(converted, sql).sorted(), sql);
      }
    }
  }
}
