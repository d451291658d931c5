package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.project.ProjectRequest;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading URLs. */
class UrlTest {
  @Test
  void readsPathAndProperties() {
    ProjectRequest request = request("jdbc:calque:/a/b c;domain=sales;lenient=TRUE;");
    assertEquals("/a/b c", request.location());
    assertEquals(Optional.of("sales"), request.domain());
    assertTrue(request.lenient());
  }

  @Test
  void readsPropertiesOnlyAndQuotes() {
    ProjectRequest request =
        request("jdbc:calque:model=m.json;warehouse=\"jdbc:h2:x;A='b\"\"c'\";user='it''s'");
    assertEquals("m.json", request.location());
    assertEquals(Optional.of("jdbc:h2:x;A='b\"c'"), request.warehouse());
    assertEquals(Optional.of("it's"), request.user());
  }

  @Test
  void readsHowTheTablesOfASchemaAreCalled() {
    ProjectRequest request =
        request("jdbc:calque:s.graphql;tables=raw.{snake_type};foreignkeys={field}_id");
    assertEquals(Optional.of("raw.{snake_type}"), request.tables());
    assertEquals(Optional.of("{field}_id"), request.foreignKeys());
  }

  @Test
  void windowsPathsAreNoProperties() {
    assertEquals("C:\\shop", request("jdbc:calque:C:\\shop;domain=x").location());
  }

  @Test
  void theUrlCountsMoreThanTheProperties() {
    Properties info = new Properties();
    info.setProperty("user", "u1");
    info.setProperty("DOMAIN", "d1");
    ProjectRequest request = CalqueUrl.parse("jdbc:calque:x;user=u2", info).request();
    assertEquals(Optional.of("u2"), request.user());
    assertEquals(Optional.of("d1"), request.domain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:calque:x;domian=y|did you mean domain",
        "jdbc:calque:x;lenient=maybe|true or false",
        "jdbc:calque:x;user=a;user=b|twice",
        "jdbc:calque:|names no project",
        "jdbc:calque:x;y|after 2 characters",
        "jdbc:calque:x;user=\"a|after 2 characters"
      })
  void tellsWhatIsWrong(String url, String message) {
    CalqueException error = assertThrows(CalqueException.class, () -> request(url));
    assertTrue(error.getMessage().contains(message), error.getMessage());
    assertEquals("08001", error.code().sqlState());
  }

  @Test
  void showsNoSecrets() {
    String shown =
        CalqueUrl.parse(
                "jdbc:calque:x;password=s3cret;"
                    + "warehouse='jdbc:postgresql://joe:s3cret@h/db?password=s3cret;x=1'",
                null)
            .shown();
    assertFalse(shown.contains("s3cret"), shown);
    assertTrue(shown.contains("jdbc:postgresql://***@h/db"), shown);
  }

  private static ProjectRequest request(String url) {
    return CalqueUrl.parse(url, new Properties()).request();
  }
}
