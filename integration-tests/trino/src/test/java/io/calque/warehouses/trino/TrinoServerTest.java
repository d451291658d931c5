package io.calque.warehouses.trino;

import io.calque.warehouses.TrinoOperationContract;
import io.calque.warehouses.TrinoServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A node of Trino in this JVM that goes down and comes back. */
class TrinoServerTest extends TrinoOperationContract {
  private static TestingServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = new TestingServer();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected TrinoServer server() {
    return server;
  }
}
