package io.calque.model.read;

import io.calque.model.DataType;
import java.util.List;
import java.util.Optional;

/**
 * A collection of a DefraDB schema, as its file has it.
 *
 * @param description may be empty
 * @param fields in file order, those that cannot be used left out
 */
record DefraType(Written name, String description, List<Field> fields) {
  DefraType {
    fields = List.copyOf(fields);
  }

  /** A field of a collection. */
  sealed interface Field {
    Written name();

    String description();
  }

  /**
   * A value that the collection stores.
   *
   * @param isId whether it is declared as ID
   * @param dataType empty for what has no type of ours, such as arrays and JSON
   */
  record ValueField(Written name, String description, boolean isId, Optional<DataType> dataType)
      implements Field {}

  /**
   * One end of a relation.
   *
   * @param target the type at the other end; it exists
   * @param isMany whether it is an array
   * @param isPrimary whether it is marked with {@code @primary}
   * @param isUnique whether an index keeps two documents from having the same partner
   * @param relation what {@code @relation} calls it, if it does
   */
  record EndField(
      Written name,
      String description,
      String owner,
      Written target,
      boolean isMany,
      boolean isPrimary,
      boolean isUnique,
      Optional<Written> relation)
      implements Field {
    /** As messages name it. */
    String label() {
      return owner + "." + name;
    }
  }

  /** The first field of that name. */
  Optional<Field> field(String wanted) {
    return fields.stream().filter(field -> field.name().text().equals(wanted)).findFirst();
  }

  /** The ends of relations, in file order. */
  List<EndField> ends() {
    return fields.stream().filter(EndField.class::isInstance).map(EndField.class::cast).toList();
  }
}
