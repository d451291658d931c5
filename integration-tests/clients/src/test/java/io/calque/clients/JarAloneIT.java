package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all other tests here rest on: Calque is in its jar, and nowhere else on the class path. */
class JarAloneIT {
  @Test
  void theDriverComesFromTheJar() throws SQLException, URISyntaxException {
    Driver driver = DriverManager.getDriver(Demo.url());
    assertEquals("io.calque.jdbc.Driver", driver.getClass().getName());
    URL source = driver.getClass().getProtectionDomain().getCodeSource().getLocation();
    assertEquals(Demo.jar(), Path.of(source.toURI()));
  }

  @Test
  void noClassOfCalqueLiesBesideIt() throws Exception {
    List<URL> drivers =
        Collections.list(
            getClass().getClassLoader().getResources("io/calque/jdbc/CalqueConnection.class"));
    assertEquals(1, drivers.size(), drivers::toString);
    List<URL> models =
        Collections.list(getClass().getClassLoader().getResources("io/calque/model/Entity.class"));
    assertEquals(1, models.size(), models::toString);
  }
}
