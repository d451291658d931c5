package io.calque.warehouse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
    Entry entry = entry(key);
    Lease<T> lease = new EntryLease(key, entry);
    try {
      entry.make(key);
      return lease;
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  /** The entry of that key, with one more lease on it. */
  private Entry entry(K key) {
    while (true) {
      Entry present = entries.get(key);
      if (present == null) {
        Entry fresh = new Entry();
        present = entries.putIfAbsent(key, fresh);
        if (present == null) {
          return fresh;
        }
      }
      if (present.leaseOnceMore()) {
        return present;
      }
      entries.remove(key, present);
    }
  }

  /** How many things are in use. */
  public int size() {
    return entries.size();
  }

  private final class Entry {
    /** How many leases there are on it; it begins with one, and none can be had after the last. */
    private final AtomicInteger leases = new AtomicInteger(1);

    /** Null until made; written by one thread at a time. */
    private volatile T made;

    private boolean leaseOnceMore() {
      return leases.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    private void make(K key) {
      if (made == null) {
        synchronized (this) {
          if (made == null) {
            made = maker.apply(key);
          }
        }
      }
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
      return entry.made;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true) && entry.leases.decrementAndGet() == 0) {
        entries.remove(key, entry);
        T made = entry.made;
        if (made != null) {
          closer.accept(made);
        }
      }
    }
  }
}
