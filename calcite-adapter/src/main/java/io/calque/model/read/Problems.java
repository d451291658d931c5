package io.calque.model.read;

import io.calque.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found wrong while one model is loaded. */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Rule rule, Place place, String subject, String message, String remedy) {
    add(rule.severity(), rule, place, subject, message, remedy);
  }

  void add(Problem problem) {
    found.add(problem);
  }

  void add(
      Severity severity, Rule rule, Place place, String subject, String message, String remedy) {
    found.add(new Problem(severity, rule, place, subject, message, remedy));
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** All problems so far, each once, by place. */
  List<Problem> sorted() {
    return found.stream().sorted(Problem.BY_PLACE).toList();
  }
}
