package io.calque.formats;

import io.calque.model.Place;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model says, without where it is written: equal for equal models of any format. */
final class Meaning {
  private Meaning() {}

  /** A record as text, with its components' names and values, places left out. */
  static String of(Object value) throws ReflectiveOperationException {
    if (value instanceof Record) {
      List<String> parts = new ArrayList<>();
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        if (component.getType() != Place.class) {
          component.getAccessor().setAccessible(true);
          parts.add(component.getName() + "=" + of(component.getAccessor().invoke(value)));
        }
      }
      return value.getClass().getSimpleName() + parts;
    }
    if (value instanceof List<?> list) {
      StringBuilder lines = new StringBuilder("[");
      for (Object item : list) {
        lines.append('\n').append(of(item).indent(1).stripTrailing());
      }
      return lines.append(']').toString();
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get()) : "empty";
    }
    return String.valueOf(value);
  }
}
