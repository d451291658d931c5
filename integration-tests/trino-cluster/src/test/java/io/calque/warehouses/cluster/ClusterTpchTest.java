package io.calque.warehouses.cluster;

import io.calque.warehouses.ContractProject;
import io.calque.warehouses.DistributedContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** TPC-H in Hive tables, over a coordinator and a worker. */
class ClusterTpchTest extends DistributedContract {
  @RegisterExtension static final ContractProject TPCH = ContractProject.tpch(Cluster::new);

  ClusterTpchTest() {
    super(TPCH);
  }
}
