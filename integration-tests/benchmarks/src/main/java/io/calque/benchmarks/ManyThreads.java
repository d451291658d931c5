package io.calque.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * 64 threads that ask small questions, each on a new connection, of Calque and of a bare pool in
 * turns.
 */
final class ManyThreads implements Benchmark {
  private static final int THREADS = 64;
  private static final int QUERIES = 100;

  /** Slices of a side's time. */
  private static final int SLICES = 12;

  @FunctionalInterface
  private interface Connections {
    Connection connect() throws SQLException;
  }

  /** What went wrong, whichever side. */
  private final Queue<SQLException> errors = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public int figures(Settings settings) {
    return 4;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
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
        measure(settings.pace(), tpch::connectPlain, pool::getConnection, figures);
      }
    }
  }

  private void measure(Pace pace, Connections calque, Connections bare, Consumer<Figure> figures)
      throws Exception {
    errors.clear();
    long slice = pace.loadMillis * 1_000_000L / SLICES;
    int slices = pace == Pace.SMOKE ? 1 : SLICES;
    throughput(calque, slice);
    throughput(bare, slice);
    double[] ours = new double[slices];
    double[] theirs = new double[slices];
    double[] ratios = new double[slices];
    List<Memory> memory = new ArrayList<>(List.of(Memory.now()));
    for (int i = 0; i < slices; i++) {
      boolean first = i % 2 == 0;
      ours[i] = first ? throughput(calque, slice) : 0;
      theirs[i] = throughput(bare, slice);
      ours[i] = first ? ours[i] : throughput(calque, slice);
      ratios[i] = ours[i] / theirs[i];
      memory.add(Memory.now());
    }
    String what = "%d threads, %.1f s: ".formatted(THREADS, slices * slice / 1e9);
    figures.accept(
        new Figure(
            what + "queries in a second",
            Format.number(Interval.median(ours)),
            "bare pool " + Format.number(Interval.median(theirs)),
            Interval.ofMedian(ratios),
            "×",
            Target.atLeast(0.95)));
    String first = errors.isEmpty() ? "" : ", the first " + errors.peek();
    figures.accept(
        Figure.value(what + "errors" + first, new double[] {errors.size()}, "", Target.atMost(0)));
    figures.accept(
        Figure.value(
            what + "heap gained from half time on",
            Memory.gained(memory, Memory::heap),
            " MB",
            Target.atMost(10)));
    figures.accept(
        Figure.value(
            what + "resident memory gained from half time on",
            Memory.gained(memory, Memory::resident),
            " MB",
            Target.NONE));
  }

  private static String query(int number) {
    return "SELECT c_name, c_acctbal FROM customer WHERE c_custkey = " + number;
  }

  /** Queries in a second, all threads together. */
  private double throughput(Connections connections, long nanos) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<Future<Integer>> counts = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int first = t;
        counts.add(threads.submit(() -> ask(connections, first, start + nanos)));
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

  private int ask(Connections connections, int first, long end) {
    int count = 0;
    while (System.nanoTime() < end) {
      try (Connection connection = connections.connect()) {
        Queries.drain(connection, query((first + count) % QUERIES));
        count++;
      } catch (SQLException e) {
        errors.add(e);
      }
    }
    return count;
  }
}
