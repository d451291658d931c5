package io.calque.benchmarks;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * A query over a model, and the best that a good analyst writes for it.
 *
 * @param name what it is about
 * @param sql over the model
 * @param handWritten the same over the tables
 */
record Question(String name, String sql, String handWritten) {
  /**
   * One figure for all and one for each.
   *
   * @param worst how much slower any of them may be
   */
  static List<Figure> measure(
      String what,
      List<Question> questions,
      Settings settings,
      Connection calque,
      Connection duckDb,
      double worst)
      throws Exception {
    List<Figure> figures = new ArrayList<>();
    List<double[]> ratios = new ArrayList<>();
    for (Question question : questions) {
      Queries.requireSame(calque, question.sql, duckDb, question.handWritten);
      Pairs pairs =
          Pairs.measure(
              settings.pace(),
              settings.pace().fewPairs() * 2 + 1,
              () -> Queries.drain(calque, question.sql),
              () -> Queries.drain(duckDb, question.handWritten));
      ratios.add(pairs.ratios());
      figures.add(
          Figure.ratio(what + ": " + question.name, pairs, "by hand", Target.atMost(worst)));
    }
    figures.add(
        new Figure(
            what + ": geometric mean of " + questions.size(),
            "",
            "by hand",
            Interval.ofGeometricMean(ratios),
            "×",
            Target.atMost(1)));
    return figures;
  }
}
