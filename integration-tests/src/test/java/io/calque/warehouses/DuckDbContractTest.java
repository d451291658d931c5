package io.calque.warehouses;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on DuckDB. */
class DuckDbContractTest {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(DuckDb::new);

  @Nested
  class Features extends FeatureContract {
    Features() {
      super(FAIR);
    }
  }

  @Nested
  class Joins extends JoinContract {
    Joins() {
      super(FAIR);
    }
  }

  @Nested
  class Metrics extends MetricContract {
    Metrics() {
      super(FAIR);
    }
  }

  @Nested
  class Sql extends SqlContract {
    Sql() {
      super(FAIR);
    }
  }

  @Nested
  class Types extends TypeContract {
    Types() {
      super(FAIR);
    }
  }

  @Nested
  class Streams extends StreamContract {
    Streams() {
      super(FAIR);
    }
  }

  @Nested
  class Safety extends SafetyContract {
    Safety() {
      super(FAIR);
    }
  }
}
