package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Gathers what one part of an Ossie document says that has no place in a model, and tells once. */
final class OssieLosses {
  private static final int MOST_SHOWN = 8;

  private final String subject;
  private final String what;
  private final Problems problems;
  private final List<String> lost = new ArrayList<>();
  private final TreeSet<String> vendors = new TreeSet<>();

  /**
   * @param what whose losses they are, for the message
   */
  OssieLosses(String subject, String what, Problems problems) {
    this.subject = subject;
    this.what = what;
    this.problems = problems;
  }

  void add(String loss) {
    lost.add(loss);
  }

  /** A text that is lost if it is there. */
  void text(YamlFields fields, String key, String loss) {
    fields.text(key).filter(text -> !text.text().isBlank()).ifPresent(text -> lost.add(loss));
  }

  /**
   * What the {@code ai_context} says: gives its synonyms; the rest is lost.
   *
   * @param synonyms what to say if the synonyms are lost too; empty if they are not
   */
  List<Written> context(YamlFields fields, String instructions, String synonyms) {
    Optional<Entry> context = fields.entry("ai_context");
    List<Written> words = new ArrayList<>();
    if (context.isPresent() && context.get().value() instanceof Mapping map) {
      YamlFields parts = new YamlFields(map, "ai_context", subject, problems);
      for (YamlValue item : parts.items("synonyms")) {
        if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
          words.add(YamlFields.word(scalar));
        }
      }
      if (map.has("instructions") || map.has("examples")) {
        lost.add(instructions);
      }
      parts.ignore("instructions", "examples");
      parts.reportUnknown();
    } else if (context.isPresent()) {
      lost.add(instructions);
    }
    if (!words.isEmpty() && !synonyms.isEmpty()) {
      lost.add(synonyms);
    }
    return words;
  }

  /** What vendors have added. */
  void extensions(YamlFields fields) {
    for (YamlValue item : fields.items("custom_extensions")) {
      if (item instanceof Mapping map) {
        YamlFields extension = new YamlFields(map, "an extension", subject, problems);
        vendors.add(extension.word("vendor_name").map(Written::text).orElse("a vendor"));
        extension.ignore("data");
        extension.reportUnknown();
      }
    }
  }

  void report(Place place) {
    List<String> all = new ArrayList<>(lost);
    if (!vendors.isEmpty()) {
      all.add("the extensions of " + Shown.list(List.copyOf(vendors)));
    }
    if (all.isEmpty()) {
      return;
    }
    List<String> shown =
        all.size() <= MOST_SHOWN ? all : new ArrayList<>(all.subList(0, MOST_SHOWN - 1));
    if (all.size() > MOST_SHOWN) {
      shown.add((all.size() - MOST_SHOWN + 1) + " more");
    }
    problems.add(
        Rule.NOT_EXPRESSED,
        place,
        subject,
        "of " + what + ", the following has no place in a model: " + Shown.list(shown),
        "");
  }
}
