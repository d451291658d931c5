package io.calque.warehouses.cluster;

import io.calque.warehouses.TrinoOperationContract;
import io.calque.warehouses.TrinoServer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;

/** A coordinator that is killed and started again, beside a worker that stays. */
class ClusterServerTest extends TrinoOperationContract {
  private static TrinoServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = new ClusterServer(Cluster.running());
  }

  @Override
  protected TrinoServer server() {
    return server;
  }
}
