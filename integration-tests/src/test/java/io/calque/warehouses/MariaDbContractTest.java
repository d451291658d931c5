package io.calque.warehouses;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on MariaDB. */
class MariaDbContractTest extends WarehouseContract {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(MariaDb::start);

  MariaDbContractTest() {
    super(FAIR);
  }
}
