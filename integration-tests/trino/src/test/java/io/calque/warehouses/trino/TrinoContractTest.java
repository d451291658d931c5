package io.calque.warehouses.trino;

import io.calque.warehouses.ContractProject;
import io.calque.warehouses.WarehouseContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on two nodes of Trino. */
class TrinoContractTest extends WarehouseContract {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(Trino::new);

  TrinoContractTest() {
    super(FAIR);
  }
}
