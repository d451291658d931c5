package io.calque.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** 64 threads that ask small questions, on Calque and on a bare pool in turns. */
final class ManyThreads implements Benchmark {
  private static final int THREADS = 64;
  private static final int QUERIES = 100;

  /** Slices of a side's time. */
  private static final int SLICES = 12;

  @FunctionalInterface
  private interface Connections {
    Connection connect() throws SQLException;
  }

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    HikariConfig config = new HikariConfig();
    try (FileSource file = new FileSource(tpch.file());
        Connection keeper = tpch.connectPlain()) {
      config.setDataSource(file);
      config.setMaximumPoolSize(THREADS);
      config.setReadOnly(true);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        try (Connection bare = pool.getConnection()) {
          Queries.requireSame(keeper, query(1), bare, query(1));
        }
        Connections ours = tpch::connectPlain;
        Connections theirs = pool::getConnection;
        throughput(settings, ours);
        throughput(settings, theirs);
        long before = usedBytes();
        double[] ratios = new double[settings.pace() == Pace.SMOKE ? 1 : SLICES];
        double[] most = new double[ratios.length];
        double[] bare = new double[ratios.length];
        Random order = new Random(8);
        for (int i = 0; i < ratios.length; i++) {
          boolean first = order.nextBoolean();
          most[i] = first ? throughput(settings, ours) : 0;
          bare[i] = throughput(settings, theirs);
          most[i] = first ? most[i] : throughput(settings, ours);
          ratios[i] = most[i] / bare[i];
        }
        double[] growth = {(usedBytes() - before) / 1e6};
        return List.of(
            new Figure(
                "64 threads: queries in a second",
                Format.number(Interval.median(most)),
                "bare pool " + Format.number(Interval.median(bare)),
                Interval.ofMedian(ratios),
                "×",
                Target.atLeast(0.95)),
            Figure.value("64 threads: memory gained meanwhile", growth, " MB", Target.atMost(10)));
      }
    }
  }

  private static String query(int number) {
    return "SELECT c_name, c_acctbal FROM customer WHERE c_custkey = " + number;
  }

  /** Queries in a second, all threads together; an error ends the run. */
  private static double throughput(Settings settings, Connections connections) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      long end = start + settings.pace().loadMillis * 1_000_000L / SLICES;
      List<Future<Integer>> counts = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int first = t;
        counts.add(threads.submit(() -> ask(connections, first, end)));
      }
      int total = 0;
      for (Future<Integer> count : counts) {
        total += count.get();
      }
      return total / ((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  private static int ask(Connections connections, int first, long end) throws SQLException {
    int count = 0;
    while (System.nanoTime() < end) {
      try (Connection connection = connections.connect()) {
        Queries.drain(connection, query((first + count) % QUERIES));
      }
      count++;
    }
    return count;
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
