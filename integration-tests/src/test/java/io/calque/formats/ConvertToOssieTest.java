package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import io.calque.joins.SideBySide;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.write.ModelWriters;
import io.calque.model.write.WrittenModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models of any format, written as Ossie: what is written means the same, what is not is listed.
 */
class ConvertToOssieTest {
  @RegisterExtension
  static final SideBySide HOSPITAL =
      SideBySide.project(ConvertToOssieTest.class, "hospital", "clinic");

  @TempDir private Path folder;

  private static SemanticModel model(String project, Optional<String> domain)
      throws URISyntaxException {
    Path path =
        Path.of(ConvertToOssieTest.class.getResource(project + "/calque.yml").toURI()).getParent();
    LoadedModel loaded = ModelLoader.load(path, LoadOptions.named(project).withDomain(domain));
    assertFalse(loaded.hasErrors(), () -> loaded.problems().toString());
    return loaded.model();
  }

  private static WrittenModel ossie(SemanticModel model) {
    return ModelWriters.named("ossie").orElseThrow().write(model, "a test");
  }

  private SemanticModel reread(WrittenModel written) throws IOException {
    Path file = Files.writeString(folder.resolve("ossie.yaml"), written.files().get("ossie.yaml"));
    LoadedModel loaded = ModelLoader.load(file, LoadOptions.named("again"));
    assertFalse(loaded.hasErrors(), () -> loaded.problems() + "\n" + written.files());
    return loaded.model();
  }

  @Test
  void anOssieModelLosesOnlyWhatItsReaderLost() throws Exception {
    WrittenModel once = ossie(model("hospital", Optional.empty()));
    assertEquals(List.of(), once.losses());
    WrittenModel twice = ossie(reread(once));
    assertEquals(
        once.files().get("ossie.yaml").replace("name: hospital\n", "name: again\n"),
        twice.files().get("ossie.yaml"));
  }

  @Test
  void whatIsWrittenAnswersAsBefore() throws Exception {
    String yaml = ossie(model("hospital", Optional.empty())).files().get("ossie.yaml");
    Path file = Files.writeString(folder.resolve("ossie.yaml"), yaml);
    String database = HOSPITAL.calque().getMetaData().getURL().replace("jdbc:calque:", "");
    String url = "jdbc:calque:" + file + ";warehouse=jdbc:duckdb:" + database + "/clinic.duckdb";
    try (Connection again = DriverManager.getConnection(url)) {
      for (String sql :
          List.of(
              "SELECT * FROM patient",
              "SELECT * FROM visit",
              "SELECT * FROM busy_day",
              "SELECT town FROM client",
              "SELECT v.ward, p.full_name FROM visit v LEFT JOIN patient p",
              "SELECT f.label, v.hours FROM finding f LEFT JOIN visit v",
              "SELECT d.surname, b.surname FROM doctor d LEFT JOIN doctor b USING ('supervisor')",
              "SELECT METRIC('visits_made'), METRIC('hours_per_patient'), METRIC('fees') FROM visit")) {
        assertEquals(Rows.of(HOSPITAL.calque(), sql).sorted(), Rows.of(again, sql).sorted(), sql);
      }
    }
  }

  @Test
  void collectionsAndTheirRelationsAreDatasetsAndForeignKeys() throws Exception {
    WrittenModel written = ossie(model("press", Optional.empty()));
    SemanticModel again = reread(written);
    assertEquals(6, again.entities().size());
    assertTrue(again.entity("Work").orElseThrow().feature("_writerID").isPresent());
    assertTrue(
        written.losses().contains("join WorkTag of Work-Tag: it is a lookup"),
        written.losses()::toString);
    assertTrue(
        written.losses().contains("join mentor of Writer-Writer: its name back, apprentices"),
        written.losses()::toString);
  }

  @Test
  void featuresOfOtherTablesAreListed() throws Exception {
    WrittenModel written = ossie(model("bikes", Optional.of("city")));
    reread(written);
    assertTrue(
        written
            .losses()
            .containsAll(
                List.of(
                    "station.district: it reads a related source",
                    "station.departures: it aggregates another entity",
                    "bike.second_last_rider: it picks a row of another entity",
                    "bike.longest_share: it is made of features that are not in the document",
                    "join station_to_departure of station-trip: that it leads one way only")),
        written.losses()::toString);
    String text = written.files().get("ossie.yaml");
    assertTrue(text.startsWith("# Not in this document, which has no place for it:\n#   "), text);
    assertTrue(text.contains("COUNT(bike.frame) FILTER (WHERE bike.is_old)"), text);
  }

  @Test
  void theNativeFormatsLookupsAndFiltersAreListed() throws Exception {
    WrittenModel written = ossie(model("/io/calque/companies/bly", Optional.empty()));
    reread(written);
    assertTrue(
        written.losses().stream().anyMatch(loss -> loss.endsWith("it is a lookup")),
        written.losses()::toString);
  }
}
