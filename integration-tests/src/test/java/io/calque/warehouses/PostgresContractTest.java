package io.calque.warehouses;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on PostgreSQL. */
class PostgresContractTest extends WarehouseContract {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(Postgres::start);

  PostgresContractTest() {
    super(FAIR);
  }
}
