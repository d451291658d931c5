package io.calque.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded map that forgets what was least recently used. Safe for all threads. */
public final class LruCache<K, V> {
  private final Map<K, V> entries;

  /**
   * An empty cache.
   *
   * @param most how many entries it keeps
   */
  public LruCache(int most) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value, or null. */
  public V get(K key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }

  public void put(K key, V value) {
    synchronized (entries) {
      entries.put(key, value);
    }
  }
}
