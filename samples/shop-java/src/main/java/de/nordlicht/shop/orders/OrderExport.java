package de.nordlicht.shop.orders;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All orders of a period as CSV, for the tax adviser. */
@Component
public class OrderExport {

  private static final List<String> HEAD =
      List.of("number", "date", "customer", "country", "status", "total", "pieces");

  private final JdbcTemplate jdbc;

  public OrderExport(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Row by row, so that the browser sees the first lines soon. */
  public void write(LocalDate first, LocalDate last, PrintWriter out) {
    out.println(String.join(";", HEAD));
    jdbc.query(
        """
        SELECT o.number, o.created_at, u.email, o.country, o.status, o.total_cents,
               SUM(i.quantity) AS pieces
          FROM orders o
          JOIN users u ON u.id = o.user_id
          JOIN order_items i ON i.order_id = o.id
         WHERE o.created_at >= ? AND o.created_at < ?
         GROUP BY o.id, u.email
         ORDER BY o.number
        """,
        row -> {
          out.println(
              Stream.of(
                      row.getString("number"),
                      row.getString("created_at"),
                      row.getString("email"),
                      row.getString("country"),
                      row.getString("status"),
                      row.getString("total_cents"),
                      row.getString("pieces"))
                  .map(OrderExport::cell)
                  .collect(Collectors.joining(";")));
        },
        first,
        last.plusDays(1));
    out.flush();
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
