package io.calque.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that differ from a list in one place. */
final class Lists {
  private Lists() {}

  /** Each list without one of the elements. */
  static <T> List<List<T>> withoutOne(List<T> list) {
    List<List<T>> shorter = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      List<T> changed = new ArrayList<>(list);
      changed.remove(i);
      shorter.add(changed);
    }
    return shorter;
  }

  /** Each list with one element replaced. */
  static <T> List<List<T>> withOneChanged(List<T> list, Function<T, ? extends List<T>> changes) {
    List<List<T>> changed = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      for (T change : changes.apply(list.get(i))) {
        List<T> copy = new ArrayList<>(list);
        copy.set(i, change);
        changed.add(copy);
      }
    }
    return changed;
  }
}
