package io.calque.benchmarks;

import io.calque.corpus.TpchQuery;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** The 22 queries of TPC-H over entities that are the tables. */
final class TpchQueries implements Benchmark {
  @Override
  public String name() {
    return "tpch";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    List<Question> questions = new ArrayList<>();
    for (TpchQuery query : TpchQuery.all()) {
      questions.add(new Question("query " + query.number(), query.sql(), query.sql()));
    }
    try (Connection calque = tpch.connectPlain();
        Connection duckDb = tpch.file().connect()) {
      return Question.measure("TPC-H", questions, settings, calque, duckDb, 1.1);
    }
  }
}
