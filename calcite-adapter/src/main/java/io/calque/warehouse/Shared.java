package io.calque.warehouse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Things that are made when first asked for, shared by all who ask with an equal key, and closed
 * with the last of them. Making one thing does not hold up another.
 */
public final class Shared<K, T> {
  private final ConcurrentMap<K, Entry> entries = new ConcurrentHashMap<>();
  private final Function<K, T> maker;
  private final Consumer<T> closer;

  public Shared(Function<K, T> maker, Consumer<T> closer) {
    this.maker = maker;
    this.closer = closer;
  }

  /** A lease on the thing of that key. What the maker throws goes through, and nothing is kept. */
  public Lease<T> lease(K key) {
    Entry entry =
        entries.compute(
            key,
            (k, present) -> {
              Entry used = present == null ? new Entry() : present;
              used.leases++;
              return used;
            });
    Lease<T> lease = new EntryLease(key, entry);
    try {
      entry.make(key);
      return lease;
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  /** How many things are in use. */
  public int size() {
    return entries.size();
  }

  private final class Entry {
    /** Changed only inside {@code compute} on the map. */
    private int leases;

    /** Null until made; guarded by this. */
    private T made;

    private synchronized void make(K key) {
      if (made == null) {
        made = maker.apply(key);
      }
    }

    private synchronized T value() {
      return made;
    }
  }

  private final class EntryLease implements Lease<T> {
    private final K key;
    private final Entry entry;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EntryLease(K key, Entry entry) {
      this.key = key;
      this.entry = entry;
    }

    @Override
    public T value() {
      return entry.value();
    }

    @Override
    public void close() {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      Entry left = entries.computeIfPresent(key, (k, e) -> --e.leases == 0 ? null : e);
      T made = left == null ? entry.value() : null;
      if (made != null) {
        closer.accept(made);
      }
    }
  }
}
