package io.calque.cli.diff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;

/**
 * A multiset of rows in a few numbers: for each bucket of hashes their count and their sum, so that
 * order does not matter and repetition does.
 */
final class Fingerprint {
  private static final int BUCKETS = 1 << 14;

  private final long[] counts = new long[BUCKETS];
  private final long[] highs = new long[BUCKETS];
  private final long[] lows = new long[BUCKETS];

  /** A row's hash, 128 bits. */
  record Hash(long high, long low) {
    int bucket() {
      return (int) (high & BUCKETS - 1);
    }
  }

  /** The hash of a row's text. */
  static Hash hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new Hash(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  void add(Hash hash) {
    int bucket = hash.bucket();
    counts[bucket]++;
    highs[bucket] += hash.high();
    lows[bucket] += hash.low();
  }

  long rows(int bucket) {
    return counts[bucket];
  }

  BitSet differingBuckets(Fingerprint other) {
    BitSet differing = new BitSet();
    for (int i = 0; i < BUCKETS; i++) {
      differing.set(
          i,
          counts[i] != other.counts[i] || highs[i] != other.highs[i] || lows[i] != other.lows[i]);
    }
    return differing;
  }
}
