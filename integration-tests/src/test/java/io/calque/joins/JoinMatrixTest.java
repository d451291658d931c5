package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.JoinCase.Keyword;
import io.calque.joins.JoinCase.Walk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every join of the model, in both directions, under each keyword and in each notation, gives the
 * rows that its meaning over the tables gives.
 */
class JoinMatrixTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(JoinMatrixTest.class, "shop", "nasty");

  /** How a query can ask for a join. */
  enum Notation {
    DEFAULT("", ""),
    USING(" USING ('%s')", ""),
    USING_QUALIFIED(" USING ('a.%s')", ""),
    ON(" ON %s", ""),
    ON_QUALIFIED(" ON a.%s", ""),
    ON_AND_NEAR(" ON %s AND a.label NOT LIKE '%%1'", "a.label NOT LIKE '%1'"),
    ON_AND_FAR(" ON b.label NOT LIKE '%%2' AND %s", "b.label NOT LIKE '%2'"),
    ON_AND_BOTH(
        " ON a.%s AND (right(a.label, 1) <> right(b.label, 1) OR a.label IS NULL)",
        "right(a.label, 1) <> right(b.label, 1) OR a.label IS NULL");

    private final String condition;
    private final String predicate;

    Notation(String condition, String predicate) {
      this.condition = condition;
      this.predicate = predicate;
    }

    private String of(String join) {
      return condition.formatted(join);
    }

    private Optional<String> predicate() {
      return Optional.of(predicate).filter(p -> !p.isEmpty());
    }
  }

  record Question(Walk walk, Keyword keyword, Notation notation) {
    String sql() {
      return "SELECT a.label, b.label FROM %s a %s JOIN %s b%s"
          .formatted(walk.near().entity(), keyword, walk.far().entity(), notation.of(walk.name()));
    }

    String handWritten() {
      return walk.meaning(keyword, notation.predicate());
    }

    boolean isLegal() {
      boolean meansThisJoin = walk.join().isDefault() && (walk.forwards() || !walk.join().isSelf());
      return notation != Notation.DEFAULT || meansThisJoin;
    }

    @Override
    public String toString() {
      return walk + ", " + keyword + " " + notation;
    }
  }

  static Stream<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (JoinCase join : JoinCases.all()) {
      for (Walk walk : List.of(join.walk(true), join.walk(false))) {
        for (Keyword keyword : Keyword.values()) {
          for (Notation notation : Notation.values()) {
            questions.add(new Question(walk, keyword, notation));
          }
        }
      }
    }
    return questions.stream().filter(Question::isLegal);
  }

  /**
   * All lookups but those where the two cannot differ: over the bridge without rows, and from a
   * campaign, which meets one coupon at most, so that no bridge row dangles beside one that leads
   * on.
   */
  static Stream<Walk> lookups() {
    return JoinCases.lookups().stream()
        .filter(join -> !join.name().equals("product_to_tag"))
        .flatMap(join -> Stream.of(join.walk(true), join.walk(false)))
        .filter(walk -> walk.forwards() || !walk.join().name().equals("product_to_campaign"));
  }

  static Stream<Walk> walks() {
    return JoinCases.all().stream().flatMap(join -> Stream.of(join.walk(true), join.walk(false)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void givesTheRowsOfItsMeaning(Question question) throws SQLException {
    SHOP.assertSameRows(question.sql(), question.handWritten());
  }

  /** If this fails, the data has become too tame for the rest to prove anything. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lookups")
  void theDataTellsAFlatChainOfLeftJoinsFromALookup(Walk walk) throws SQLException {
    assertNotEquals(
        SHOP.plainRows(walk.meaning(Keyword.LEFT, Optional.empty())).sorted(),
        SHOP.plainRows(walk.flatChainOfLeftJoins()).sorted());
  }

  /** Each keyword means something else on this data, except where there is nothing to meet. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("walks")
  void theDataHasUnmatchedRowsOnBothSides(Walk walk) throws SQLException {
    int inner = SHOP.plainRows(walk.meaning(Keyword.INNER, Optional.empty())).rows().size();
    int left = SHOP.plainRows(walk.meaning(Keyword.LEFT, Optional.empty())).rows().size();
    int right = SHOP.plainRows(walk.meaning(Keyword.RIGHT, Optional.empty())).rows().size();
    boolean empty = walk.toString().contains("warranty");
    assertTrue(left > inner || empty, "each row on the left has a match");
    assertTrue(right > inner || empty, "each row on the right has a match");
  }
}
