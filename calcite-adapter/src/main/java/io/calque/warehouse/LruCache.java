package io.calque.warehouse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/** A bounded map that forgets what was least recently used. Safe for all threads. */
public final class LruCache<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final long mostWeight;
  private final ToLongBiFunction<K, V> weigher;

  /** Guarded by entries. */
  private long weight;

  /**
   * An empty cache.
   *
   * @param most how many entries it keeps
   */
  public LruCache(int most) {
    this(most, Long.MAX_VALUE, (key, value) -> 0);
  }

  /**
   * An empty cache.
   *
   * @param most how many entries it keeps
   * @param mostWeight how much they may weigh together
   * @param weigher what an entry weighs, always the same
   */
  public LruCache(int most, long mostWeight, ToLongBiFunction<K, V> weigher) {
    this.most = most;
    this.mostWeight = mostWeight;
    this.weigher = weigher;
  }

  /** The value, or null. */
  public V get(K key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }

  /** Forgets everything. */
  public void clear() {
    synchronized (entries) {
      entries.clear();
      weight = 0;
    }
  }

  /** Keeps a value, in place of the one that the key had. */
  public void put(K key, V value) {
    synchronized (entries) {
      V before = entries.put(key, value);
      weight += weigher.applyAsLong(key, value);
      weight -= before == null ? 0 : weigher.applyAsLong(key, before);
      Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
      while (entries.size() > most || weight > mostWeight) {
        Map.Entry<K, V> forgotten = eldest.next();
        weight -= weigher.applyAsLong(forgotten.getKey(), forgotten.getValue());
        eldest.remove();
      }
    }
  }
}
