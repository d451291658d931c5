package io.calque.generated;

import java.util.*;
import org.junit.jupiter.api.Test;

class GeneratedCasesTest {
  public static void main(String[] a) throws Exception {
    new GeneratedCasesTest().first();
  }

  @Test
  void first() throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    java.util.Map<String, Integer> fails = new java.util.TreeMap<>();
    int n = 0, ok = 0;
    long t0 = System.nanoTime();
    int reports = Integer.getInteger("calque.failures", 0);
    long seed = Long.getLong("calque.seed", 0);
    for (long m = seed; m < seed + Integer.getInteger("calque.models", 40); m++) {
      Model model = new ModelMaker(new Dice(m)).model();
      try (CalqueProject p = CalqueProject.open(model)) {
        for (int q = 0; q < 25; q++) {
          Query query = new QueryMaker(new Dice(m * 1000 + q), model).query();
          Case c = new Case(model, query);
          if (KnownDefect.anyMetBy(c)) {
            continue;
          }
          n++;
          String f;
          try {
            Verdict v = Verdict.of(c, p);
            if (v.failure().isEmpty()) {
              ok++;
              if (v.warehouseErred()) {
                fails.merge("WAREHOUSE ERRED", 1, Integer::sum);
                System.out.println("warehouse erred " + m + " " + q);
              }
              continue;
            }
            f = v.failure().get();
            if ((!fails.containsKey(f) || f.startsWith("wrong")) && reports-- > 0) {
              long t = System.nanoTime();
              Case s = new Shrinker(c, f).shrunk();
              System.out.println(Report.of("model " + m + " query " + q + " " + f, s));
              System.out.println("shrunk in " + (System.nanoTime() - t) / 1000000);
            }
          } catch (FromAnswer.TooManyRowsException e) {
            f = "too many";
          } catch (RuntimeException e) {
            f = "evaluator " + e;
          }
          fails.merge(f.substring(0, Math.min(300, f.length())), 1, Integer::sum);
        }
      } catch (java.sql.SQLException e) {
        System.out.println("MODEL " + m + ": " + e.getMessage());
      }
    }
    System.out.println(n + " cases, " + ok + " ok, " + (System.nanoTime() - t0) / 1000000 + " ms");
    fails.forEach((k, v) -> System.out.println(v + " x " + k));
  }
}
