package de.nordlicht.shop.reports;

import de.nordlicht.shop.accounts.VatRates;
import de.nordlicht.shop.catalog.VatClass;
import de.nordlicht.shop.common.Money;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the management reads with the first coffee. */
@Component
public class NightlyReport {

  private static final Logger log = LoggerFactory.getLogger(NightlyReport.class);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  public NightlyReport(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // @trigger schedule cron="15 2 * * *" timeout=10m duration_ms=90000 memory=256MB
  @Scheduled(cron = "0 15 2 * * *")
  public void nightlyReport() {
    TextReport out = new TextReport();
    write(LocalDate.now(clock).minusDays(1), out);
    log.info("report of yesterday\n{}", out);
  }

  private void write(LocalDate day, Report out) {
    salesByArticle(day, out);
    salesByCountry(day, out);
    payments(day, out);
    lowStock(5, out);
    customers(day, out);
    jdbc.update(
        "INSERT INTO report_runs (report, day, lines, finished_at) VALUES (?, ?, ?, now())",
        "nightly",
        day,
        out.lines());
  }

  private void salesByArticle(LocalDate day, Report out) {
    out.section("Sales by article");
    jdbc.query(
        """
        SELECT i.name, SUM(i.quantity) AS pieces, SUM(i.quantity * i.unit_cents) AS turnover
          FROM orders o JOIN order_items i ON i.order_id = o.id
         WHERE o.created_at >= ? AND o.created_at < ? AND o.status IN ('PAID', 'SHIPPED')
         GROUP BY i.name ORDER BY pieces DESC, i.name
        """,
        row -> {
          out.row(
              row.getString("name"), row.getInt("pieces"), Money.euros(row.getLong("turnover")));
        },
        day,
        day.plusDays(1));
  }

  private void salesByCountry(LocalDate day, Report out) {
    out.section("Sales by country");
    jdbc.query(
        """
        SELECT country, COUNT(*) AS orders, SUM(total_cents) AS total
          FROM orders
         WHERE created_at >= ? AND created_at < ? AND status IN ('PAID', 'SHIPPED')
         GROUP BY country ORDER BY country
        """,
        row -> {
          Money total = Money.euros(row.getLong("total"));
          int rate = VatRates.basisPoints(row.getString("country"), VatClass.STANDARD);
          out.row(row.getString("country"), row.getInt("orders"), total, taxOf(total, rate));
        },
        day,
        day.plusDays(1));
  }

  /** As in the invoice of orders. */
  private static Money taxOf(Money gross, int basisPoints) {
    long net = Money.rounded(gross.cents() * Money.BASIS_POINTS, Money.BASIS_POINTS + basisPoints);
    return gross.minus(Money.euros(net));
  }

  private void payments(LocalDate day, Report out) {
    out.section("Payments");
    jdbc.query(
        """
        SELECT p.provider, p.status, COUNT(*) AS payments, SUM(p.amount_cents) AS total,
               COALESCE(SUM(r.amount_cents), 0) AS refunded
          FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id
         WHERE p.created_at >= ? AND p.created_at < ?
         GROUP BY p.provider, p.status ORDER BY p.provider, p.status
        """,
        row -> {
          out.row(
              row.getString("provider") + " " + row.getString("status"),
              row.getInt("payments"),
              Money.euros(row.getLong("total")),
              Money.euros(row.getLong("refunded")));
        },
        day,
        day.plusDays(1));
  }

  private void lowStock(int below, Report out) {
    out.section("Stock to be ordered");
    jdbc.query(
        """
        SELECT p.sku, p.name, s.on_hand, s.reserved
          FROM stock s JOIN products p ON p.id = s.product_id
         WHERE s.on_hand < ? AND p.active ORDER BY s.on_hand, p.sku
        """,
        row -> {
          out.row(
              row.getString("sku") + " " + row.getString("name"),
              row.getInt("on_hand"),
              row.getInt("reserved"));
        },
        below);
  }

  private void customers(LocalDate day, Report out) {
    out.section("Customers");
    Integer accounts =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM users WHERE created_at >= ? AND created_at < ?",
            Integer.class,
            day,
            day.plusDays(1));
    Integer carts =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM carts WHERE updated_at >= ?", Integer.class, day);
    out.row("new accounts", accounts);
    out.row("carts in use", carts);
  }
}
