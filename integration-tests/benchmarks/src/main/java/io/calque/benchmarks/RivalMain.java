package io.calque.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * In a virtual machine of its own, which can be ended: asks a rival questions. For each it prints
 * {@code asked}, then either {@code ratios} and these, or {@code cannot} and why.
 */
public final class RivalMain {
  private RivalMain() {}

  /**
   * Takes the data's folder, TPC-H's scale, a pace, a set of questions, a rival, and the numbers of
   * the first question and of the one after the last.
   */
  public static void main(String[] arguments) throws Exception {
    Logs.silence();
    TpchProject tpch = TpchProject.of(Path.of(arguments[0]), Double.parseDouble(arguments[1]));
    Pace pace = Pace.valueOf(arguments[2]);
    QuestionSet set = QuestionSet.valueOf(arguments[3]);
    RivalKind kind = RivalKind.valueOf(arguments[4]);
    try (Connection calque = set.connect(tpch);
        Rival rival = kind.open(tpch.file(), "main")) {
      int end = Integer.parseInt(arguments[6]);
      for (int i = Integer.parseInt(arguments[5]); i < end; i++) {
        System.out.println("asked");
        System.out.println(answer(set.questions.get(i), pace, calque, rival.connection()));
      }
    }
    System.exit(0);
  }

  private static String answer(Question question, Pace pace, Connection calque, Connection rival)
      throws Exception {
    try {
      Queries.requireNearlySame(calque, question.sql(), rival, question.handWritten());
      return Arrays.stream(Questions.pairs(question, pace.brief, calque, rival).ratios())
          .mapToObj(String::valueOf)
          .collect(Collectors.joining(" ", "ratios ", ""));
    } catch (SQLException | OtherRowsException e) {
      return "cannot " + Queries.reason(e);
    }
  }
}
