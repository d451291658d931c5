package io.calque.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a person may have meant who wrote a name that does not exist. */
public final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /**
   * The names nearest to {@code wrong}, best first, three at most; empty if none is near. Case does
   * not count. A name is near within a third of its length in single-character edits (a swap of
   * neighbours is one edit), or when one name contains the other.
   */
  public static List<String> of(String wrong, Collection<String> names) {
    String sought = wrong.toLowerCase(Locale.ROOT);
    record Scored(String name, int distance) {}
    return names.stream()
        .distinct()
        .map(name -> new Scored(name, distance(sought, name.toLowerCase(Locale.ROOT))))
        .filter(scored -> isNear(sought, scored.name().toLowerCase(Locale.ROOT), scored.distance()))
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(MOST)
        .map(Scored::name)
        .toList();
  }

  /**
   * A clause to end a message with: {@code "; did you mean a, b or c?"}, or the empty string if no
   * name is near.
   */
  public static String hint(String wrong, Collection<String> names) {
    List<String> near = of(wrong, names);
    return switch (near.size()) {
      case 0 -> "";
      case 1 -> "; did you mean " + near.get(0) + "?";
      default ->
          "; did you mean "
              + String.join(", ", near.subList(0, near.size() - 1))
              + " or "
              + near.get(near.size() - 1)
              + "?";
    };
  }

  private static boolean isNear(String sought, String name, int distance) {
    int shorter = Math.min(sought.length(), name.length());
    return distance <= Math.max(1, Math.max(sought.length(), name.length()) / 3)
        || shorter >= 3 && (name.contains(sought) || sought.contains(name));
  }

  /** Optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
