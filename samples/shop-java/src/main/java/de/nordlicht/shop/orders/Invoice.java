package de.nordlicht.shop.orders;

import de.nordlicht.shop.accounts.VatRates;
import de.nordlicht.shop.common.Money;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The invoice as text, for mails and for the page of an order. */
public final class Invoice {

  private static final int WIDTH = 64;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Berlin"));

  private Invoice() {}

  public static String text(Order order, String customer) {
    StringBuilder text = new StringBuilder();
    text.append("Invoice ").append(order.getNumber()).append('\n');
    text.append(customer).append(", ").append(DAY.format(order.getCreatedAt())).append('\n');
    text.append("-".repeat(WIDTH)).append('\n');
    SortedMap<Integer, Money> grossByRate = new TreeMap<>();
    for (OrderItem item : order.getItems()) {
      int rate = VatRates.basisPoints(order.getCountry(), item.getVatClass());
      grossByRate.merge(rate, item.total(), Money::plus);
      row(text, "%3d x %s".formatted(item.getQuantity(), item.getName()), item.total());
    }
    text.append("-".repeat(WIDTH)).append('\n');
    for (Map.Entry<Integer, Money> entry : grossByRate.entrySet()) {
      Money gross = entry.getValue();
      String label = String.format(Locale.ROOT, "VAT %.1f %% contained", entry.getKey() / 100.0);
      row(text, label, gross.minus(net(gross, entry.getKey())));
    }
    row(text, "Total", order.getTotal());
    return text.toString();
  }

  /** Rounded from the net side, as the tax office wants it on invoices. */
  static Money net(Money gross, int basisPoints) {
    long cents =
        Money.rounded(gross.cents() * Money.BASIS_POINTS, Money.BASIS_POINTS + basisPoints);
    return new Money(cents, gross.currency());
  }

  private static void row(StringBuilder text, String left, Money right) {
    text.append(String.format("%-48.47s%16s%n", left, right));
  }
}
