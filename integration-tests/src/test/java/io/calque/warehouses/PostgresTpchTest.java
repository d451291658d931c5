package io.calque.warehouses;

import org.junit.jupiter.api.extension.RegisterExtension;

/** TPC-H on PostgreSQL. */
class PostgresTpchTest extends TpchContract {
  @RegisterExtension static final ContractProject TPCH = ContractProject.tpch(Postgres::start);

  PostgresTpchTest() {
    super(TPCH);
  }
}
