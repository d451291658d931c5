package io.calque.warehouse;

import io.calque.error.CalqueException;

/**
 * The warehouses in use, one for each distinct {@link WarehouseSettings}. When the last lease on
 * one is closed, so are its connections, and files it had open are free.
 */
public final class Warehouses {
  private final Shared<WarehouseSettings, Warehouse> open =
      new Shared<>(Warehouse::open, Warehouse::close);

  /**
   * A lease on the warehouse of those settings; connects if nobody has yet.
   *
   * @throws CalqueException if the warehouse cannot be reached
   */
  public Lease<Warehouse> lease(WarehouseSettings settings) {
    return open.lease(settings);
  }

  /** How many warehouses are in use. */
  public int size() {
    return open.size();
  }
}
