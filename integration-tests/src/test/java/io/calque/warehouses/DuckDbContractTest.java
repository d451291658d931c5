package io.calque.warehouses;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on DuckDB. */
class DuckDbContractTest extends WarehouseContract {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(DuckDb::new);

  DuckDbContractTest() {
    super(FAIR);
  }
}
