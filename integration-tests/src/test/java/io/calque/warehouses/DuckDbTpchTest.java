package io.calque.warehouses;

import org.junit.jupiter.api.extension.RegisterExtension;

/** TPC-H on DuckDB. */
class DuckDbTpchTest extends TpchContract {
  @RegisterExtension static final ContractProject TPCH = ContractProject.tpch(DuckDb::new);

  DuckDbTpchTest() {
    super(TPCH);
  }
}
