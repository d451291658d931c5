package io.calque.cli.diff;

import io.calque.cli.diff.Fingerprint.Hash;
import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherRows;
import io.calque.cli.diff.RowDifference.Same;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads both results and compares them by hashes, of which only sums are kept, one for each of a
 * fixed number of buckets. If sums differ, both are read once more, and of the buckets that differ
 * the rows are kept and counted, up to a limit.
 */
final class StreamComparison {
  static final String NOT_REPEATABLE =
      "it gives other rows each time it is asked, as LIMIT without ORDER BY and random numbers do";

  /** Rows in buckets that differ which are looked at; the rest is told as "at least". */
  private static final long MOST_ROWS = 200_000;

  private final RowSource before;
  private final RowSource after;
  private final RowText texts;
  private final Fingerprint old = new Fingerprint();
  private final Fingerprint now = new Fingerprint();

  /** A row of a bucket that differs; how often it came more often than it went. */
  private static final class Balance {
    private final String shown;
    private long count;

    private Balance(String shown) {
      this.shown = shown;
    }
  }

  StreamComparison(RowSource before, RowSource after, RowText texts) {
    this.before = before;
    this.after = after;
    this.texts = texts;
  }

  /** To be done first, so that a failure can be told from one of the newer query. */
  void readBefore() throws SQLException {
    take(before, old);
  }

  RowDifference compare() throws SQLException {
    take(after, now);
    BitSet differing = old.differingBuckets(now);
    if (differing.isEmpty()) {
      return new Same();
    }
    BitSet looked = limited(differing);
    Map<Hash, Balance> balances = new HashMap<>();
    boolean isSteady =
        count(before, old, looked, -1, balances) && count(after, now, looked, 1, balances);
    if (!isSteady) {
      return new NotComparable(NOT_REPEATABLE);
    }
    return difference(balances, !looked.equals(differing));
  }

  private void take(RowSource source, Fingerprint into) throws SQLException {
    source.read(
        row -> {
          into.add(Fingerprint.hash(texts.key(row)));
          return true;
        });
  }

  /** As many buckets, at least one, as have no more rows than are looked at. */
  private BitSet limited(BitSet differing) {
    BitSet limited = new BitSet();
    long rows = 0;
    for (int bucket = differing.nextSetBit(0);
        bucket >= 0;
        bucket = differing.nextSetBit(bucket + 1)) {
      rows += old.rows(bucket) + now.rows(bucket);
      if (rows > MOST_ROWS && !limited.isEmpty()) {
        return limited;
      }
      limited.set(bucket);
    }
    return limited;
  }

  /**
   * Adds the rows of some buckets to the balances.
   *
   * @return whether the same rows came as the first time
   */
  private boolean count(
      RowSource source,
      Fingerprint firstTime,
      BitSet buckets,
      int step,
      Map<Hash, Balance> balances)
      throws SQLException {
    Fingerprint again = new Fingerprint();
    source.read(
        row -> {
          Hash hash = Fingerprint.hash(texts.key(row));
          again.add(hash);
          if (buckets.get(hash.bucket())) {
            Balance balance = balances.computeIfAbsent(hash, k -> new Balance(texts.shown(row)));
            balance.count += step;
          }
          return true;
        });
    return again.differingBuckets(firstTime).isEmpty();
  }

  private static RowDifference difference(Map<Hash, Balance> balances, boolean isAtLeast) {
    long gone = 0;
    long come = 0;
    List<String> goneExamples = new ArrayList<>();
    List<String> comeExamples = new ArrayList<>();
    for (Balance balance : balances.values()) {
      gone += Math.max(0, -balance.count);
      come += Math.max(0, balance.count);
      if (balance.count < 0) {
        goneExamples.add(balance.shown);
      } else if (balance.count > 0) {
        comeExamples.add(balance.shown);
      }
    }
    return new OtherRows(gone, come, isAtLeast, firstFew(goneExamples), firstFew(comeExamples));
  }

  private static List<String> firstFew(List<String> examples) {
    return examples.stream().sorted().limit(SetComparison.EXAMPLES).toList();
  }
}
