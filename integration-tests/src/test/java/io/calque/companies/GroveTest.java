package io.calque.companies;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Software by subscription: two direct relationships and a lookup over the users. */
class GroveTest {
  @RegisterExtension
  static final SideBySide GROVE = SideBySide.project(GroveTest.class, "grove", "db_prod");

  @Test
  void theModelHasNoProblems() throws SQLException {
    assertNull(GROVE.calque().getWarnings());
  }

  @Test
  void defaultJoins() throws SQLException {
    GROVE.assertSameRows(
        "SELECT c.company, s.state, s.monthly FROM customer c LEFT JOIN subscription s",
        """
        SELECT c.company, s.state, s.monthly FROM core.accounts c
        LEFT JOIN core.subscriptions s ON s.account_no = c.account_no
        """);
    GROVE.assertSameRows(
        """
        SELECT c.company, i.issued_on, i.total FROM invoice i
        LEFT JOIN subscription s LEFT JOIN customer c USING ('s.customer_to_subscription')
        """,
        """
        SELECT c.company, i.issued, i.total FROM core.invoices i
        LEFT JOIN core.subscriptions s ON s.sub_no = i.sub_no
        LEFT JOIN core.accounts c ON c.account_no = s.account_no
        """);
  }

  @Test
  void eventsOfCustomersOverTheUsers() throws SQLException {
    GROVE.assertSameRows(
        "SELECT c.company, e.kind FROM customer c LEFT JOIN event e",
        """
        SELECT c.company, e.kind FROM core.accounts c
        LEFT JOIN (identity.users u JOIN core.events e ON e.user_id = u.user_id)
          ON u.account_id = c.account_no
        """);
    GROVE.assertSameRows(
        "SELECT e.event_id, c.company FROM event e LEFT JOIN customer c ON"
            + " customer_to_event_via_users",
        """
        SELECT e.ev_no, c.company FROM core.events e
        LEFT JOIN (identity.users u JOIN core.accounts c ON u.account_id = c.account_no)
          ON e.user_id = u.user_id
        """);
  }

  @Test
  void featuresOfCustomers() throws SQLException {
    GROVE.assertSameRows(
        "SELECT company, active_subscription_count, total_mrr, event_count FROM customer",
        """
        SELECT company,
          (SELECT count(*) FROM core.subscriptions s
           WHERE s.account_no = c.account_no AND state = 'active'),
          (SELECT sum(monthly) FROM core.subscriptions s
           WHERE s.account_no = c.account_no AND state = 'active'),
          (SELECT count(*) FROM core.events WHERE user_id IN
            (SELECT user_id FROM identity.users u WHERE u.account_id = c.account_no))
        FROM core.accounts c
        """);
  }

  @Test
  void billedByPlan() throws SQLException {
    GROVE.assertSameRows(
        """
        SELECT c.plan, sum(s.total_billed) AS billed, sum(s.invoice_count) AS invoices
        FROM customer c JOIN subscription s GROUP BY c.plan
        """,
        """
        SELECT c.plan, sum(i.total), count(i.inv_no) FROM core.accounts c
        JOIN core.subscriptions s ON s.account_no = c.account_no
        LEFT JOIN core.invoices i ON i.sub_no = s.sub_no GROUP BY c.plan
        """);
  }
}
