package io.calque.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance, from a seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    // Seeds that follow each other give similar first numbers; mixed, they do not.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ seed >>> 17);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to the bound, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** A position, the more often the greater its weight. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    for (int i = 0; ; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
  }
}
