package io.calque.warehouse;

/**
 * A right to use a shared thing. Closing it a second time does nothing; the thing itself closes
 * with the last lease on it.
 */
public interface Lease<T> extends AutoCloseable {
  /** The thing; not to be used after {@link #close()}. */
  T value();

  @Override
  void close();
}
