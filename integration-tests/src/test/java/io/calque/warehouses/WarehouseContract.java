package io.calque.warehouses;

import org.junit.jupiter.api.Nested;

/** All that every warehouse has to do: a subclass for each of them starts one. */
public abstract class WarehouseContract {
  private final ContractProject project;

  /**
   * @param project the fair on the warehouse; a registered extension of the subclass
   */
  protected WarehouseContract(ContractProject project) {
    this.project = project;
  }

  @Nested
  class Features extends FeatureContract {
    Features() {
      super(project);
    }
  }

  @Nested
  class Joins extends JoinContract {
    Joins() {
      super(project);
    }
  }

  @Nested
  class Metrics extends MetricContract {
    Metrics() {
      super(project);
    }
  }

  @Nested
  class PreAggregates extends PreAggregateContract {
    PreAggregates() {
      super(project);
    }
  }

  @Nested
  class Sql extends SqlContract {
    Sql() {
      super(project);
    }
  }

  @Nested
  class Notation extends NotationContract {
    Notation() {
      super(project);
    }
  }

  @Nested
  class Metadata extends MetadataContract {
    Metadata() {
      super(project);
    }
  }

  @Nested
  class Types extends TypeContract {
    Types() {
      super(project);
    }
  }

  @Nested
  class Streams extends StreamContract {
    Streams() {
      super(project);
    }
  }

  @Nested
  class Safety extends SafetyContract {
    Safety() {
      super(project);
    }
  }
}
