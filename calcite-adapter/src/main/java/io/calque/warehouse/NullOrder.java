package io.calque.warehouse;

/** Where a warehouse puts NULLs in an ORDER BY that does not say. */
public enum NullOrder {
  /** After all values, if these ascend, and before them if they descend. */
  HIGH,
  /** Before all values, if these ascend, and after them if they descend. */
  LOW,
  /** First, whichever way the values go. */
  AT_START,
  /** Last, whichever way the values go. */
  AT_END
}
