package io.calque.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.function.Consumer;

/** A long result of PostgreSQL and of Trino, against their own drivers. */
final class ReadingElsewhere implements Benchmark {
  private static final Target TARGET = Target.atLeast(0.97);
  private static final List<Getters> GETTERS = List.of(Getters.TYPED, Getters.OBJECTS);

  /** Starts a server. */
  @FunctionalInterface
  private interface Start {
    Server start(Settings settings) throws IOException;
  }

  private static final List<Start> SERVERS = List.of(PostgresServer::start, TrinoServer::start);

  @Override
  public String name() {
    return "elsewhere";
  }

  @Override
  public int figures(Settings settings) {
    return SERVERS.size() * GETTERS.size();
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    for (Start start : SERVERS) {
      try (Server server = start.start(settings)) {
        measure(settings, server, figures);
      }
    }
  }

  private static void measure(Settings settings, Server server, Consumer<Figure> figures)
      throws Exception {
    int count = settings.pace().rows / 10;
    Wide wide =
        Wide.over(
            settings.data().resolve("wide-" + server.name()),
            server.table(),
            "url: '" + server.url() + "'",
            "user: " + server.user());
    try (Connection rival = DriverManager.getConnection(server.url(), server.user(), null)) {
      server.prepare(rival, count);
      try (Connection calque = wide.connect()) {
        for (Getters getters : GETTERS) {
          figures.accept(
              Figure.speedUp(
                  "read %,d rows of 5 columns: %s".formatted(count, getters.label),
                  getters.measure(settings.pace().effort, calque, rival),
                  server.name() + "'s driver",
                  TARGET));
        }
      }
    }
  }
}
