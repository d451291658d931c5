package io.calque.model.write;

import java.util.ArrayList;
import java.util.List;

/** What of a model another format cannot hold, one sentence each. */
final class Losses {
  private final List<String> all = new ArrayList<>();

  void add(String loss) {
    all.add(loss);
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
