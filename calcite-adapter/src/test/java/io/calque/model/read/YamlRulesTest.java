package io.calque.model.read;

import static io.calque.model.read.Library.BOOK;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Files that are not YAML, or not the YAML that is expected. */
class YamlRulesTest {
  @Test
  void anUnclosedBracketIsFound() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(BOOK, "keys: [isbn]", "keys: [isbn")
            .load()
            .reports("entities/book.yml:5:9 error Y1", "this is not YAML", "begins in line 4");
    assertFalse(loaded.problems().contains("snakeyaml"));
  }

  @Test
  void aTabIsFound() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "\tkeys: [isbn]")
        .load()
        .reports("entities/book.yml:4:1 error Y1", "a tab", "indent with blanks");
  }

  @Test
  void aSecondColonIsFound() {
    Library.model()
        .replacing(BOOK, "description: Something to read", "description: Something: to read")
        .load()
        .reports("entities/book.yml:2:23 error Y1", "a colon", "description: 'Something: to read'");
  }

  @Test
  void anUnquotedPlaceholderIsFound() {
    Library.model()
        .replacing(
            RELATIONSHIPS,
            "'{source}.{card_no} = {destination}.{card_no}'",
            "{source}.{card_no} = {destination}.{card_no}")
        .load()
        .reports(
            "entities_relationships.yml:10:14 error R1",
            "is not quoted",
            "sql: '{source}.{card_no} = {destination}.{card_no}'");
  }

  @Test
  void anUnquotedPlaceholderIsFoundInsideAMapInBraces() {
    Library.model()
        .replacing(MEMBER, "sql: '{source}.{returned} IS NOT NULL'", "sql: {source}.{returned} > 1")
        .load()
        .reports("entities/member.yml:32:26 error Y1", "is not quoted", "quote it");
  }

  @Test
  void anUnquotedPlaceholderThatIsYamlIsFoundToo() {
    Library.model()
        .replacing(MEMBER, "sql: '{late_loans} < 3'", "sql: {late_loans}")
        .load()
        .hasOneError()
        .reports("entities/member.yml:43:10 error C04", "not quoted", "quote it");
  }

  @Test
  void afterABrokenRelationshipsFileNothingIsSaidToBeUnrelated() {
    Library.model()
        .with(RELATIONSHIPS, "relationships: [")
        .load()
        .hasOneError()
        .obeys("Y27")
        .reports("entities/loan.yml:12:79 warning C90", "relationship loan-book");
  }

  @Test
  void aBrokenEntityIsNotSaidToBeUnknown() {
    Library.model()
        .with(BOOK, "name: [")
        .load()
        .hasOneError()
        .obeys("R7")
        .reports("entities_relationships.yml:11:3 warning C90", "entity book")
        .reports("entities/loan.yml:12:79 warning C90", "book");
  }

  @Test
  void aKeyTwiceIsReportedWithBothPlaces() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\nname: tome")
        .load()
        .hasOneError()
        .reports("entities/book.yml:5:1 error R11", "entities/book.yml:1:1");
    Library.model()
        .replacing(BOOK, "field: title}", "field: title, field: name}")
        .load()
        .hasOneError()
        .reports("entities/book.yml:7:109 error R11");
  }

  @Test
  void anEmptyFileSaysSo() {
    Library.model().with("entities/void.yml", "").load().reports("entities/void.yml:1:1 error Y1");
    Library.model()
        .with("entities/void.yml", "# nothing\n")
        .load()
        .reports("entities/void.yml:1:1 error Y1", "empty");
  }

  @Test
  void aSecondDocumentIsNotRead() {
    ModelFixture.Loaded loaded =
        Library.model()
            .with(BOOK, Library.model().text(BOOK) + "---\nname: more\n")
            .load()
            .hasOneError()
            .reports("entities/book.yml:11:1 error Y1", "second document");
    assertEquals("book", loaded.entity("book").name());
  }

  @Test
  void listsAndMapsAreNotMistakenForEachOther() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: {isbn: yes}")
        .load()
        .reports("entities/book.yml:4:7 error C04", "is a map and should be a list");
    Library.model()
        .replacing(BOOK, "name: book\n", "name: [book]\n")
        .load()
        .reports("entities/book.yml:1:7 error C04", "is a list and should be text");
    Library.model().with(BOOK, "- book\n").load().reports("entities/book.yml:1:1 error C04");
    Library.model().with(BOOK, "book\n").load().reports("entities/book.yml:1:1 error C04");
    Library.model()
        .with(BOOK, "name: book\nkey_source: a.b\nkeys: [x]\nfeatures: {a: b}\nmetrics: c\n")
        .load()
        .reports("entities/book.yml:4:11 error C04")
        .reports("entities/book.yml:5:10 error C04");
    Library.model()
        .with(BOOK, "name: book\nkey_source: a.b\nkeys: [x]\nfeatures: [a, [b]]\n")
        .load()
        .reports("entities/book.yml:4:12 error C04", "is text and should be a map")
        .reports("entities/book.yml:4:15 error C04", "is a list and should be a map");
  }

  @Test
  void keysThatAreNoWordsAreRefused() {
    Library.model()
        .replacing(BOOK, "keys: [isbn]", "keys: [isbn]\n? [a, b]\n: c")
        .load()
        .reports("entities/book.yml:5:3 error C04", "a key is a list or a map");
  }

  @Test
  void tagsConstructNothing() {
    Library.model()
        .replacing(BOOK, "name: book\n", "name: !!javax.script.ScriptEngineManager book\n")
        .load()
        .hasOneError()
        .reports("entities/book.yml:1:7 error Y1", "tag is not allowed");
  }

  @Test
  void anchorsAreReadInModeration() {
    Library.model()
        .replacing(BOOK, "description: Number,", "description: &d Number,")
        .replacing(BOOK, "description: Title,", "description: *d,")
        .load()
        .isClean();
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c"
            + " [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e"
            + " [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng:"
            + " [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n";
    Library.model()
        .with("entities/bomb.yml", bomb)
        .load()
        .hasOneError()
        .reports("entities/bomb.yml:1:1 error Y1", "cannot be read");
    Library.model()
        .with("entities/snake.yml", "name: &a [*a]\n")
        .load()
        .hasOneError()
        .reports("entities/snake.yml:1:1 error Y1", "endless");
  }

  @Test
  void depthIsLimited() {
    Library.model()
        .with("entities/deep.yml", "a: " + "[".repeat(10_000) + "]".repeat(10_000))
        .load()
        .hasOneError();
  }

  @Test
  void controlCharactersAreFound() {
    Library.model()
        .replacing(BOOK, "Something", "Some\u0007thing")
        .load()
        .reports("entities/book.yml:2:18 error Y1", "U+0007");
  }
}
