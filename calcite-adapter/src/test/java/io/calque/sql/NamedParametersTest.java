package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.error.SqlPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTest {
  private static List<String> names(NamedParameters parameters) {
    return parameters.occurrences().stream().map(NamedParameters.Occurrence::name).toList();
  }

  @Test
  void eachUseBecomesAQuestionMark() {
    NamedParameters parameters =
        NamedParameters.of(
            "SELECT :a::date, [:b, :a] FROM t WHERE x>:low AND y IN (:list) LIMIT :n");
    assertEquals("SELECT ?::date, [?, ?] FROM t WHERE x>? AND y IN (?) LIMIT ?", parameters.sql());
    assertEquals(List.of("a", "b", "a", "low", "list", "n"), names(parameters));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ':a', \":b\", $$ :c $$ -- :d",
        "SELECT /* :a */ 1",
        "SELECT x::date, '1'::int",
        "SELECT list[1:n], list[:n], f(x)[:n], list[1::n]",
        "SELECT {'a':b, c:d}",
        "SELECT payload:field",
        "SELECT f(a := b)",
        "SELECT x :1"
      })
  void colonsOfOtherKindsStay(String sql) {
    NamedParameters parameters = NamedParameters.of(sql);
    assertEquals(sql, parameters.sql());
    assertEquals(List.of(), parameters.occurrences());
  }

  @Test
  void aPlaceIsFoundInWhatWasWritten() {
    String written = "SELECT :first, wrong, :second, worse";
    NamedParameters parameters = NamedParameters.of(written);
    for (String word : List.of("wrong", "worse", "SELECT")) {
      int start = parameters.sql().indexOf(word);
      SqlPlace place = new SqlPlace(parameters.sql(), start, start + word.length());
      assertEquals(word, parameters.written(place).text());
    }
    int question = parameters.sql().lastIndexOf('?');
    SqlPlace place = new SqlPlace(parameters.sql(), question, question + 1);
    assertEquals(":second", parameters.written(place).text());
  }
}
