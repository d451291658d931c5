package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.export.JRCsvExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleWriterExporterOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JasperReports compiles a report with parameters and groups, fills it over Calque, exports it. */
class JasperReportsIT {
  private static final LocalDateTime SINCE = LocalDateTime.of(2026, 1, 1, 0, 0);

  @TempDir Path folder;

  private static JasperPrint fill() throws JRException, IOException, SQLException {
    try (InputStream design = JasperReportsIT.class.getResourceAsStream("sales.jrxml");
        Connection connection = Demo.connect()) {
      JasperReport report = JasperCompileManager.compileReport(design);
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("since", SINCE);
      parameters.put("countries", List.of("Ireland", "Poland", "Spain"));
      return JasperFillManager.fillReport(report, parameters, connection);
    }
  }

  /** The same sum, asked for directly. */
  private static BigDecimal revenue(String country) throws SQLException {
    try (Connection connection = Demo.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT METRIC('i.revenue') FROM customer c JOIN order o JOIN order_item i"
                    + " WHERE c.country = ? AND o.ordered_at >= ?")) {
      query.setString(1, country);
      query.setObject(2, SINCE);
      try (ResultSet rows = query.executeQuery()) {
        assertTrue(rows.next());
        return rows.getBigDecimal(1);
      }
    }
  }

  @Test
  void fillsAReportWithItsSums() throws JRException, IOException, SQLException {
    StringWriter csv = new StringWriter();
    JRCsvExporter exporter = new JRCsvExporter();
    exporter.setExporterInput(new SimpleExporterInput(fill()));
    exporter.setExporterOutput(new SimpleWriterExporterOutput(csv));
    exporter.exportReport();
    List<String> lines = csv.toString().lines().toList();
    assertEquals("Sales by country and channel", lines.get(0).replaceAll("^,+|,+$", ""));
    for (String country : List.of("Ireland", "Poland", "Spain")) {
      String total = "\"%,.2f\"".formatted(revenue(country));
      assertTrue(csv.toString().contains(country), csv::toString);
      assertTrue(csv.toString().contains(total), () -> total + " is not in\n" + csv);
    }
  }

  @Test
  void exportsPdf() throws JRException, IOException, SQLException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    JasperExportManager.exportReportToPdfStream(fill(), pdf);
    Files.write(folder.resolve("sales.pdf"), pdf.toByteArray());
    assertTrue(pdf.toString(StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    assertTrue(pdf.size() > 1000);
  }
}
