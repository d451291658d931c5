package io.calque.model.read;

import io.calque.model.Direction;
import io.calque.model.Join;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that, in each direction, no two joins of a relationship are called alike. */
final class ReverseNames {
  private final String subject;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<String, Join> taken = new HashMap<>();

  /**
   * @param subject the relationship's key
   */
  ReverseNames(String subject, Problems problems, LeftOut leftOut) {
    this.subject = subject;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /**
   * The joins whose names back are theirs alone; a problem has been added for each other one.
   *
   * @param isSelf whether names of both directions are used at the same place
   */
  List<Join> check(List<Join> joins, boolean isSelf) {
    if (isSelf) {
      joins.forEach(join -> taken.put(Unit.lower(join.name()), join));
    }
    List<Join> sound = new ArrayList<>();
    for (Join join : joins) {
      String name = join.name(Direction.REVERSED, isSelf);
      Join earlier = taken.putIfAbsent(Unit.lower(name), join);
      boolean unnamed = join.reverseName().isEmpty();
      if (earlier == null || isSelf && unnamed) {
        sound.add(join);
        continue;
      }
      leftOut.add(Unit.join(subject, join.name()));
      problems.add(
          Rule.DUPLICATE_JOIN,
          join.place(),
          subject,
          name
              + ", the name of join "
              + join.name()
              + " from right to left, is also a name of "
              + (earlier == join ? "that join from left to right" : "join " + earlier.name()),
          "give it a reverse_name of its own");
    }
    return sound;
  }
}
