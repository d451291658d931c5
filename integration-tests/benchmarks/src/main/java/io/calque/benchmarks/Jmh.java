package io.calque.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks of {@link DriverWork} by JMH, each time in a virtual machine of its own. */
final class Jmh {
  private Jmh() {}

  /** Median seconds of one benchmark, one for each virtual machine. */
  static double[] medians(Settings settings, String method) throws RunnerException {
    double[] medians = new double[Math.max(1, settings.pace().machines)];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = median(settings, method);
    }
    return medians;
  }

  /** Two benchmarks in turns. */
  static Pairs pairs(Settings settings, String calque, String rival) throws RunnerException {
    int machines = Math.max(1, settings.pace().machines);
    Pairs times = new Pairs(new double[machines], new double[machines]);
    Random order = new Random(8);
    for (int i = 0; i < machines; i++) {
      if (order.nextBoolean()) {
        times.calque()[i] = median(settings, calque);
        times.rival()[i] = median(settings, rival);
      } else {
        times.rival()[i] = median(settings, rival);
        times.calque()[i] = median(settings, calque);
      }
    }
    return times;
  }

  private static double median(Settings settings, String method) throws RunnerException {
    boolean smoke = settings.pace() == Pace.SMOKE;
    TimeValue iteration = TimeValue.milliseconds(Math.max(10, settings.pace().warmUpMillis));
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("\\.DriverWork\\." + method + "$")
        .mode(Mode.SampleTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(smoke ? 0 : 1)
        .warmupIterations(smoke ? 0 : 5)
        .warmupTime(iteration)
        .measurementIterations(smoke ? 1 : 3)
        .measurementTime(iteration)
        .param("data", settings.data().toString())
        .param("scale", String.valueOf(settings.scale()))
        .jvmArgsAppend("-Djmh.ignoreLock=true")
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    RunResult result = new Runner(options.build()).runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(50) / 1e6;
  }
}
