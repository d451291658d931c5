package io.calque.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Questions to a model of TPC-H, against what is written by hand.
 *
 * @param set which ones
 * @param scale of TPC-H
 */
record Questions(QuestionSet set, double scale) {
  /** How many figures there are of a set. */
  static int figures(QuestionSet set) {
    return set.questions.size() + 1;
  }

  /**
   * One figure for each, and one for all.
   *
   * @param worst how much slower any of them may be
   */
  void measure(Settings settings, double worst, Consumer<Figure> figures) throws Exception {
    TpchProject tpch = TpchProject.of(settings.data(), scale);
    List<double[]> ratios = new ArrayList<>();
    try (Connection calque = set.connect(tpch);
        Connection duckDb = tpch.file().connect()) {
      for (Question question : set.questions) {
        Queries.requireSame(calque, question.sql(), duckDb, question.handWritten());
        Pairs pairs = pairs(question, settings.pace().effort, calque, duckDb);
        ratios.add(pairs.ratios());
        figures.accept(
            Figure.ratio(label() + ": " + question.name(), pairs, "by hand", Target.atMost(worst)));
      }
    }
    figures.accept(mean(ratios, "by hand", Target.atMost(1)));
  }

  static Pairs pairs(Question question, Effort effort, Connection calque, Connection rival)
      throws Exception {
    return Pairs.measure(
        effort,
        () -> Queries.drain(calque, question.sql()),
        () -> Queries.drain(rival, question.handWritten()));
  }

  String label() {
    return set.what + " at scale " + BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString();
  }

  /** Of those that were answered. */
  Figure mean(List<double[]> ratios, String rival, Target target) {
    if (ratios.isEmpty()) {
      return Figure.cannot(label(), rival, "none of them");
    }
    return new Figure(
        "%s: geometric mean of %d of %d".formatted(label(), ratios.size(), set.questions.size()),
        "",
        rival,
        Interval.ofGeometricMean(ratios),
        "×",
        target);
  }
}
