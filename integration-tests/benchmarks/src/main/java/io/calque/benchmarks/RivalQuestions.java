package io.calque.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Questions to rivals, in virtual machines of their own, since nothing else ends a rival that is
 * busy with rows it has fetched. They have less data than Calque and DuckDB, as some answer only
 * so.
 */
final class RivalQuestions {
  private final Settings settings;
  private final Questions asked;
  private final int first;
  private final int end;

  /** How long it may take to check a rival's answer and to measure a pair or more. */
  private final int seconds;

  RivalQuestions(Settings settings, QuestionSet set) {
    boolean smoke = settings.pace() == Pace.SMOKE;
    this.settings = settings;
    this.asked = new Questions(set, smoke ? settings.scale() : settings.scale() / 10);
    this.first = smoke ? 2 : 0;
    this.end = smoke ? 3 : set.questions.size();
    this.seconds = smoke ? 60 : 10;
  }

  /** A figure for each rival and all that it can do, and one for each that it cannot. */
  void measure(Consumer<Figure> figures) throws Exception {
    TpchProject.of(settings.data(), asked.scale());
    for (RivalKind rival : RivalKind.values()) {
      measure(rival, figures);
    }
  }

  private void measure(RivalKind rival, Consumer<Figure> figures) throws IOException {
    List<double[]> ratios = new ArrayList<>();
    for (int next = first; next < end; ) {
      List<String> answers = answers(rival, next);
      for (String answer : answers) {
        if (answer.startsWith("ratios ")) {
          ratios.add(
              Arrays.stream(answer.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray());
        } else {
          figures.accept(
              Figure.cannot(
                  asked.label() + ": " + asked.set().questions.get(next).name(),
                  rival.label,
                  answer.substring("cannot ".length())));
        }
        next++;
      }
    }
    figures.accept(asked.mean(ratios, rival.label, Target.NONE));
  }

  /** As many as there are until the end, or until one takes too long, which is the last then. */
  private List<String> answers(RivalKind rival, int next) throws IOException {
    Process process =
        FreshMachine.start(
            RivalMain.class,
            settings.data().toString(),
            String.valueOf(asked.scale()),
            settings.pace().name(),
            asked.set().name(),
            rival.name(),
            String.valueOf(next),
            String.valueOf(end));
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    List<String> answers = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException(rival.label + " cannot be started");
      }
      while (line != null) {
        Future<?> limit = clock.schedule(process::destroyForcibly, seconds, TimeUnit.SECONDS);
        String answer = output.readLine();
        limit.cancel(false);
        answers.add(
            answer == null ? "cannot not checked and measured within " + seconds + " s" : answer);
        line = answer == null ? null : output.readLine();
      }
    } finally {
      process.destroyForcibly();
      clock.shutdownNow();
    }
    return answers;
  }
}
