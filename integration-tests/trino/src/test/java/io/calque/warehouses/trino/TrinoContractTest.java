package io.calque.warehouses.trino;

import io.calque.warehouses.ContractProject;
import io.calque.warehouses.FeatureContract;
import io.calque.warehouses.JoinContract;
import io.calque.warehouses.MetricContract;
import io.calque.warehouses.SafetyContract;
import io.calque.warehouses.SqlContract;
import io.calque.warehouses.StreamContract;
import io.calque.warehouses.TypeContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on two nodes of Trino. */
class TrinoContractTest {
  @RegisterExtension static final ContractProject FAIR = ContractProject.fair(Trino::new);

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
