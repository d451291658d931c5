package io.calque.warehouses.trino;

import io.calque.warehouses.ContractProject;
import io.calque.warehouses.DistributedContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** TPC-H on two nodes of Trino, how its plans look there, and one model over two catalogs. */
class TrinoTpchTest extends DistributedContract {
  @RegisterExtension static final ContractProject TPCH = ContractProject.tpch(Trino::new);

  TrinoTpchTest() {
    super(TPCH);
  }
}
