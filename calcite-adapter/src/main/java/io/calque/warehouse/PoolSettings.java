package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.PropertyElf;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What a project says of its pool of connections, under HikariCP's own names. */
final class PoolSettings {
  private PoolSettings() {}

  /** The user's settings, one by one, so that the one that is wrong can be named. */
  static void apply(Map<String, String> settings, HikariConfig config) {
    Set<String> names = PropertyElf.getPropertyNames(HikariConfig.class);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String name = setting.getKey();
      if (!names.contains(name)) {
        throw CalqueException.of(
            ErrorCode.BAD_PROJECT,
            "warehouse.pool.%s: HikariCP has no such setting%s"
                .formatted(name, NearestNames.hint(name, names)));
      }
      Properties one = new Properties();
      one.setProperty(name, setting.getValue());
      try {
        PropertyElf.setTargetFromProperties(config, one);
      } catch (RuntimeException e) {
        throw CalqueException.of(
            ErrorCode.BAD_PROJECT,
            "warehouse.pool.%s: HikariCP does not take the value %s"
                .formatted(name, setting.getValue()),
            e);
      }
    }
  }
}
