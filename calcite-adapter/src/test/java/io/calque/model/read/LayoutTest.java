package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Entity;
import io.calque.model.Feature.FieldFeature;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the files of a project are, and which of them are read. */
class LayoutTest {
  private static ModelFixture under(String folder) {
    ModelFixture moved = ModelFixture.empty();
    for (Map.Entry<String, byte[]> file : Library.model().files().entrySet()) {
      moved = moved.with(folder + file.getKey(), file.getValue());
    }
    return moved;
  }

  private static final String SECRET =
      """
      name: book
      features:
        - {type: field, name: title, description: '', data_type: string, source: lib.core.books, field: working_title}
        - {type: field, name: shelf, description: '', data_type: string, source: lib.core.books, field: shelf}
      """;

  @Test
  void aLynkFolderIsRead() {
    ModelFixture.Loaded loaded =
        under(".lynk/default/")
            .with(".lynk/config.json", "{\"engine\": \"snowflake\"}")
            .with(".lynk/default/evaluations.yml", "- question: [")
            .with(".lynk/default/domain_context/x.md", "prose")
            .with(".lynk/default/entities/book/book__knowledge.md", "prose")
            .load()
            .isClean();
    assertEquals(4, loaded.model().entities().size());
    assertEquals(".lynk/default/entities/book.yml:1:7", loaded.entity("book").place().toString());
  }

  @Test
  void theLynkFolderItselfOrADomainOfItMayBeNamed() {
    assertEquals(4, under("default/").load().isClean().model().entities().size());
    assertEquals(4, under(".lynk/default/").at(".lynk").load().isClean().model().entities().size());
    assertEquals(
        4, under(".lynk/default/").at(".lynk/default").load().isClean().model().entities().size());
  }

  @Test
  void anyFileOfAProjectStandsForIt() {
    for (String file : new String[] {BOOK, RELATIONSHIPS}) {
      assertEquals(4, Library.model().at(file).load().isClean().model().entities().size());
    }
  }

  @Test
  void anEntityFileMayStandAlone() {
    ModelFixture.Loaded loaded =
        ModelFixture.files("book.yml", Library.model().text(BOOK)).at("book.yml").load().isClean();
    assertEquals(1, loaded.model().entities().size());
  }

  @Test
  void filesMayBeCalledYaml() {
    Library.model()
        .without(BOOK)
        .with("entities/book.yaml", Library.model().text(BOOK))
        .without(RELATIONSHIPS)
        .with("entities_relationships.yaml", Library.model().text(RELATIONSHIPS))
        .load()
        .isClean();
  }

  @Test
  void hiddenAndBackupFilesAreNotRead() {
    Library.model()
        .with("entities/.book.yml", "broken: [")
        .with("entities/book.yml~", "broken: [")
        .with("entities/book.yml.bak", "broken: [")
        .with("entities/~book.yml", "broken: [")
        .with("entities/#book.yml", "broken: [")
        .load()
        .isClean();
  }

  @Test
  void aDomainOverridesFeatures() {
    ModelFixture domains = under(".lynk/default/").with(".lynk/Press/entities/book.yml", SECRET);
    assertEquals("title", column(domains.load().isClean(), "title"));
    assertTrue(domains.load().entity("book").feature("shelf").isEmpty());
    assertEquals("title", column(domains.domain("default").load().isClean(), "title"));
    ModelFixture.Loaded press = domains.domain("press").load().isClean();
    assertEquals("working_title", column(press, "title"));
    assertEquals("shelf", column(press, "shelf"));
    assertEquals("isbn", column(press, "isbn"));
  }

  private static String column(ModelFixture.Loaded loaded, String feature) {
    return ((FieldFeature) loaded.feature("book", feature)).field();
  }

  @Test
  void aBrokenOverrideHidesTheFeature() {
    ModelFixture.Loaded loaded =
        under(".lynk/default/")
            .with(
                ".lynk/press/entities/book.yml",
                SECRET.replace("type: field, name: title", "type: fild, name: title"))
            .domain("press")
            .load()
            .hasOneError()
            .reports(".lynk/press/entities/book.yml:3:12 error Y25");
    assertTrue(loaded.entity("book").feature("title").isEmpty());
    loaded.reports(".lynk/default/entities/loan.yml:12:5 warning C90", "loan.title", "book.title");
  }

  @Test
  void aDomainOnlyOverridesFeatures() {
    under(".lynk/default/")
        .with(".lynk/press/entities/book.yml", SECRET + "metrics: []\n")
        .with(".lynk/press/entities/journal.yml", "name: journal\nfeatures: []\n")
        .with(".lynk/press/entities_relationships.yml", "relationships: {}\n")
        .domain("press")
        .load()
        .hasNoErrors()
        .reports(".lynk/press/entities/book.yml:5:1 warning C10", "metrics")
        .reports(".lynk/press/entities/journal.yml:1:1 warning C10", "not in the default domain")
        .reports(".lynk/press/entities_relationships.yml:1:1 warning C10");
  }

  @Test
  void anUnknownDomainHasTheNearest() {
    under(".lynk/default/")
        .with(".lynk/press/entities/book.yml", SECRET)
        .domain("pres")
        .load()
        .hasOneError()
        .reports(".lynk:1:1 error C09", "no domain pres", "did you mean press?");
    Library.model().domain("press").load().reports(".:1:1 error C09", "no domains");
  }

  @Test
  void aLaterGenerationIsNotReadYet() {
    ModelFixture.files(".lynk/lynk.yml", "schema_version: \"v3\"\nname: x\n")
        .with(".lynk/domains/shop/entities/order/schema.yml", "identity: a.b.c")
        .load()
        .hasOneError()
        .reports(".lynk/lynk.yml:1:17 error C02", "schema version v3 is not read");
  }

  @Test
  void anotherFolderIsNoModel() {
    ModelFixture.files("readme.txt", "hello")
        .load()
        .hasOneError()
        .reports(".:1:1 error C01", "no model here", "entities/*.yml");
    ModelFixture.files("x.yml", "hello: you")
        .at("x.yml")
        .load()
        .hasOneError()
        .reports("x.yml:1:1 error C01");
    assertEquals(
        "C01",
        ModelFixture.empty().at("nowhere").load().hasOneError().errors().get(0).rule().code());
  }

  @Test
  void tablesWithMeasuresAreNotRead() {
    String asset = "asset: lib.core.fines\nkey: id\nmeasures:\n  - {name: total, sql: SUM(sum)}\n";
    Library.model()
        .with("entities/lib.core.fines.yml", asset)
        .load()
        .hasNoErrors()
        .reports("entities/lib.core.fines.yml:1:1 warning C11", "make an entity of the table");
    under(".lynk/default/")
        .with(".lynk/default/lib.core.fines.yml", asset)
        .load()
        .hasNoErrors()
        .reports(".lynk/default/lib.core.fines.yml:1:1 warning C11");
  }

  @Test
  void twoLayoutsAreOneTooMany() {
    Library.model()
        .with(".lynk/default/entities/x.yml", "broken: [")
        .load()
        .hasNoErrors()
        .reports(".lynk:1:1 warning C12");
    Library.model()
        .with("entities/old/book.yml", "broken: [")
        .load()
        .hasNoErrors()
        .reports("entities/old/book.yml:1:1 warning C12", "move it to entities");
    Library.model()
        .with("entities_relationships.yaml", "broken: [")
        .load()
        .hasNoErrors()
        .reports("entities_relationships.yaml:1:1 warning C12");
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    Library.model().with(MEMBER, "\uFEFF" + Library.model().text(MEMBER)).load().isClean();
  }

  @Test
  void windowsLineEndsAreFine() {
    ModelFixture library = Library.model();
    library
        .with(MEMBER, library.text(MEMBER).replace("\n", "\r\n"))
        .replacing(MEMBER, "{late_loans} <", "{late_loanz} <")
        .load()
        .hasOneError()
        .reports("entities/member.yml:43:11 error Y7");
  }

  @Test
  void otherEncodingsAreRefusedWithTheirPlace() {
    Library.model()
        .with(BOOK, "name: book\ndescription: B\u00FCcher\n".getBytes(StandardCharsets.ISO_8859_1))
        .load()
        .hasOneError()
        .reports("entities/book.yml:2:15 error Y1", "save the file as UTF-8");
  }

  @Test
  void ofManyFilesEachGivesItsEntityAndItsProblemsInOrder() {
    ModelFixture model = ModelFixture.empty();
    for (int i = 100; i < 300; i++) {
      String extra = i % 10 == 0 ? "surplus: 1\n" : "";
      model =
          model.with(
              "entities/e%d.yml".formatted(i),
              """
              name: e%1$d
              description: Number %1$d
              key_source: lib.core.t%1$d
              keys: [id]
              features:
                - {type: field, name: id, description: '', data_type: number, source: lib.core.t%1$d, field: id}
              %2$s"""
                  .formatted(i, extra));
    }
    ModelFixture.Loaded loaded = model.load().hasNoErrors();
    assertEquals(
        IntStream.range(100, 300).mapToObj(i -> "e" + i).toList(),
        loaded.model().entities().stream().map(Entity::name).toList());
    assertEquals(
        IntStream.range(10, 30).mapToObj(i -> "entities/e%d0.yml:7:1".formatted(i)).toList(),
        loaded.result().problems().stream().map(problem -> problem.place().toString()).toList());
  }
}
