package io.calque.model.read;

import io.calque.model.Place;
import java.util.List;

/**
 * A block of a file in HCL's notation: {@code type "label" { … }}.
 *
 * @param labels the texts between the type and the brace
 * @param attributes in file order, repeated ones too
 * @param blocks in file order
 */
record HclBlock(
    Written type, List<Written> labels, List<Attribute> attributes, List<HclBlock> blocks) {
  HclBlock {
    labels = List.copyOf(labels);
    attributes = List.copyOf(attributes);
    blocks = List.copyOf(blocks);
  }

  /** {@code name = value}. */
  record Attribute(Written name, Value value) {}

  /**
   * What stands behind an equals sign.
   *
   * @param isText whether it is a text in quotes
   * @param start where it begins in the file
   */
  record Value(String text, boolean isText, Place place, int start) {
    Written written() {
      return new Written(text.strip(), place);
    }
  }

  Place place() {
    return type.place();
  }

  /** As messages name it: {@code relationship "my-carts"}. */
  String shown() {
    return labels.isEmpty()
        ? type.text()
        : type.text() + " \"" + Shown.name(labels.get(0).text()) + '"';
  }

  List<HclBlock> blocks(String wanted) {
    return blocks.stream().filter(block -> block.type().text().equals(wanted)).toList();
  }
}
