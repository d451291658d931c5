package io.calque.benchmarks;

import io.calque.corpus.TpchQuery;
import java.util.List;
import java.util.function.Consumer;

/** The 22 queries of TPC-H over entities that are the tables. */
final class TpchQueries implements Benchmark {
  static final List<Question> QUESTIONS =
      TpchQuery.all().stream()
          .map(query -> new Question("query " + query.number(), query.sql(), query.sql()))
          .toList();

  @Override
  public String name() {
    return "tpch";
  }

  @Override
  public int figures(Settings settings) {
    return Questions.figures(QuestionSet.TPCH) + RivalKind.COUNT;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    new Questions(QuestionSet.TPCH, settings.scale()).measure(settings, 1.1, figures);
    new RivalQuestions(settings, QuestionSet.TPCH).measure(figures);
  }
}
