package io.calque.warehouses.cluster;

import io.calque.warehouses.ContractProject;
import io.calque.warehouses.WarehouseContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on Iceberg tables, over a coordinator and a worker. */
class ClusterContractTest extends WarehouseContract {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(Cluster::new);

  ClusterContractTest() {
    super(FAIR);
  }
}
