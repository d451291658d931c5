package io.calque.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A benchmark of {@link DriverWork}, which JMH runs in virtual machines of its own.
 *
 * @param method class and method
 * @param parameters of the class, beside those that the settings tell
 */
record Jmh(String method, Map<String, String> parameters) {
  private static final int WARM_UPS = 9;

  Jmh(String method) {
    this(method, Map.of());
  }

  /** Median seconds of each, one for each virtual machine; the machines run in turns. */
  static double[][] medians(Settings settings, List<Jmh> benchmarks) throws RunnerException {
    double[][] medians = new double[benchmarks.size()][Math.max(1, settings.pace().machines)];
    for (int machine = 0; machine < medians[0].length; machine++) {
      for (int i = 0; i < benchmarks.size(); i++) {
        int next = (i + machine) % benchmarks.size();
        medians[next][machine] = benchmarks.get(next).median(settings);
      }
    }
    return medians;
  }

  private double median(Settings settings) throws RunnerException {
    boolean smoke = settings.pace() == Pace.SMOKE;
    TimeValue iteration = TimeValue.milliseconds(Math.max(10, settings.pace().iterationMillis));
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("\\.DriverWork\\." + method + "$")
        .mode(Mode.SampleTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(smoke ? 0 : 1)
        .warmupIterations(smoke ? 0 : WARM_UPS)
        .warmupTime(iteration)
        .measurementIterations(smoke ? 1 : 3)
        .measurementTime(iteration)
        .param("data", settings.data().toString())
        .param("scale", String.valueOf(settings.scale()))
        .jvmArgsAppend("-Djmh.ignoreLock=true")
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    parameters.forEach(options::param);
    RunResult result = new Runner(options.build()).runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(50) / 1e6;
  }
}
