package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RuleTest {
  @Test
  void codesAreUnique() {
    assertEquals(
        Rule.values().length, Arrays.stream(Rule.values()).map(Rule::code).distinct().count());
  }

  @Test
  void eachRuleHasATitle() {
    for (Rule rule : Rule.values()) {
      assertTrue(rule.code().matches("[YRCSJ][0-9]+"), rule::name);
      assertFalse(rule.title().isBlank() || rule.title().endsWith("."), rule::name);
    }
  }
}
