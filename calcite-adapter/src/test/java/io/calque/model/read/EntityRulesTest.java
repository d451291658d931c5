package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Entity;
import io.calque.model.Feature.FieldFeature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with an entity itself. */
class EntityRulesTest {
  @Test
  void anEntityNeedsAName() {
    Library.model()
        .replacing(BOOK, "name: book\n", "")
        .load()
        .reports("entities/book.yml:1:1 error Y2", "add name: book");
  }

  @Test
  void anEntityNeedsItsTable() {
    Library.model()
        .replacing(BOOK, "key_source: lib.core.books\n", "")
        .load()
        .reports("entities/book.yml:1:7 error Y2", "no key_source");
  }

  @Test
  void aQueryIsNoTable() {
    Library.model()
        .replacing(BOOK, "key_source: lib.core.books", "key_source: SELECT * FROM books")
        .load()
        .reports("entities/book.yml:3:13 error Y2", "write query:");
  }

  @Test
  void aTableHasOneToThreeNames() {
    for (String table :
        List.of("books", "core.books", "lib.core.books", "\"My Lib\".core.\"Bo.ok\"")) {
      ModelFixture.files(
              BOOK, Library.model().text(BOOK).replace("lib.core.books", "'" + table + "'"))
          .load()
          .isClean();
    }
    ModelFixture.files(BOOK, Library.model().text(BOOK).replace("lib.core.books", "a.b.c.d"))
        .load()
        .reports("entities/book.yml:3:13 error Y2", "a.b.c.d");
  }

  @Test
  void anEntityWithoutKeysIsAnErrorButUsable() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(BOOK, "keys: [isbn]", "keys: []")
            .load()
            .hasOneError()
            .reports("entities/book.yml:4:1 error Y2", "no keys", "keys: [id]");
    assertTrue(loaded.entity("book").keys().isEmpty());
  }

  @Test
  void keysMayBeSeveral() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(LOAN, "keys: [loan_id]", "keys: [card_no, lent]")
            .load()
            .isClean();
    assertEquals(List.of("card_no", "lent"), loaded.entity("loan").keys());
  }

  @Test
  void aKeyThatIsNoFeatureIsAColumnThatQueriesDoNotSee() {
    Entity book =
        Library.model()
            .replacing(BOOK, "keys: [isbn]", "keys: [isbn, copy_no]")
            .load()
            .isClean()
            .entity("book");
    assertEquals(List.of("isbn", "copy_no"), book.keys());
    FieldFeature copy = (FieldFeature) book.feature("copy_no").orElseThrow();
    assertEquals("copy_no", copy.field());
    assertFalse(copy.info().queryable());
    assertFalse(book.queryableFeatures().contains(copy));
  }

  @Test
  void aKeyIsCalledAsItsFeature() {
    assertEquals(
        List.of("isbn"),
        Library.model()
            .replacing(BOOK, "keys: [isbn]", "keys: [ISBN]")
            .load()
            .entity("book")
            .keys());
  }

  @Test
  void metricNamesAreUniqueWhateverTheirCase() {
    Library.model()
        .replacing(
            BOOK,
            "metrics:\n",
            "metrics:\n  - {name: BOOKS, description: '', sql: 'MAX({title})'}\n")
        .load()
        .hasOneError()
        .reports("entities/book.yml:10:12 error Y12", "entities/book.yml:9:12");
  }

  @Test
  void aFeatureAndAMetricOfOneNameAreConfusing() {
    Library.model()
        .replacing(
            BOOK,
            "metrics:\n",
            "metrics:\n  - {name: title, description: '', sql: 'MAX({title})'}\n")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:9:12 warning C55", "METRIC('title')");
  }

  @Test
  void privateFeaturesAreForDefinitionsOnly() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(MEMBER, "name: late_loans", "name: _late")
            .replacing(MEMBER, "{late_loans}", "{_late}")
            .load()
            .isClean();
    assertFalse(loaded.feature("member", "_late").info().queryable());
  }

  @Test
  void theFileIsCalledAsTheEntity() {
    Library.model()
        .without(BOOK)
        .with("entities/boook.yml", Library.model().text(BOOK))
        .load()
        .hasNoErrors()
        .reports("entities/boook.yml:1:7 warning Y29", "call the file book.yml");
  }

  @Test
  void twoEntitiesOfOneNameAreOneTooMany() {
    Library.model()
        .with(
            "entities/tome.yml", Library.model().text(BOOK).replace("name: book\n", "name: Book\n"))
        .load()
        .hasOneError()
        .reports("entities/tome.yml:1:7 error C07", "entities/book.yml:1:7");
  }

  @Test
  void aliasesNameTheEntity() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\naliases: [tome, volume]")
            .replacing(LOAN, "source: book", "source: tome")
            .load()
            .isClean();
    assertEquals(List.of("tome", "volume"), loaded.entity("volume").aliases());
  }

  @Test
  void anAliasIsNobodyElses() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\naliases: [loan]")
        .load()
        .hasOneError()
        .reports("entities/book.yml:5:11 error C07", "already taken by loan");
  }

  @Test
  void twoEntitiesOfOneTableAreNoted() {
    Library.model()
        .with(
            "entities/paper.yml",
            Library.model().text(BOOK).replace("name: book\n", "name: paper\n"))
        .load()
        .hasNoErrors()
        .reports("entities/paper.yml:3:13 info C08", "also the key_source of book");
  }

  @Test
  void namesAreInStyle() {
    Library.model()
        .replacing(MEMBER, "name: trusted", "name: isTrusted")
        .load()
        .hasNoErrors()
        .reports("entities/member.yml:40:11 warning Y21", "call it is_trusted");
  }

  @Test
  void namesHaveNoInvisibleCharacters() {
    Library.model()
        .replacing(MEMBER, "name: trusted", "name: trus\u200Bted")
        .load()
        .hasOneError()
        .reports("entities/member.yml:40:11 error Y35", "U+200B", "trus<U+200B>ted");
  }

  @Test
  void aDescriptionIsMissed() {
    Library.model()
        .replacing(BOOK, "description: Something to read\n", "")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:1:7 info Y38", "book has no description");
  }

  @Test
  void anUnknownKeyHasTheNearest() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\nmetrcs: []")
        .load()
        .hasNoErrors()
        .reports("entities/book.yml:5:1 warning C03", "metrcs", "did you mean metrics?");
  }

  @Test
  void anUnknownKeyOfAFeatureIsFoundToo() {
    Library.model()
        .replacing(BOOK, "field: title}", "field: title, filter: []}")
        .load()
        .reports("entities/book.yml:7:109 warning C03", "filter", "did you mean filters?");
  }

  @Test
  void examplesAreNotOurs() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\nexamples:\n  - {type: SQL, name: x}")
        .load()
        .isClean();
  }

  @Test
  void anEntityWithoutFeaturesHasNoColumns() {
    ModelFixture.files(
            "entities/empty.yml",
            "name: empty\ndescription: ''\nkey_source: a.b.c\nkeys: [id]\nfeatures: []\n")
        .load()
        .hasNoErrors();
    ModelFixture.files(
            "entities/empty.yml", "name: empty\ndescription: ''\nkey_source: a.b.c\nkeys: [id]\n")
        .load()
        .hasNoErrors()
        .reports("entities/empty.yml:1:7 warning Y2", "no columns");
  }
}
