package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Questions that belong together. */
enum QuestionSet {
  TPCH("TPC-H", TpchQueries.QUESTIONS, TpchProject::connectPlain),
  METRICS("metrics", TpchMetrics.QUESTIONS, TpchProject::connectSemantic);

  /** Opens one of a project's models. */
  @FunctionalInterface
  private interface Model {
    Connection connect(TpchProject project) throws SQLException;
  }

  /** What they are about. */
  final String what;

  final List<Question> questions;
  private final Model model;

  QuestionSet(String what, List<Question> questions, Model model) {
    this.what = what;
    this.questions = questions;
    this.model = model;
  }

  /** To the model that they are asked of. */
  Connection connect(TpchProject project) throws SQLException {
    return model.connect(project);
  }
}
