package io.calque.model.write;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as the files of some format.
 *
 * @param files relative path, with slashes, to text
 * @param losses what the format cannot hold, one sentence each
 */
public record WrittenModel(Map<String, String> files, List<String> losses) {
  public WrittenModel {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    losses = List.copyOf(losses);
  }
}
