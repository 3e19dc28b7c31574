package de.nordlicht.shop.catalog;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/** What a line of a cart costs less than its pieces. */
public sealed interface PriceRule {

  /** Basis points off the line, 0 if the rule does not apply. */
  int discount(Product product, int quantity, LocalDate day);

  record Bulk(int from, int basisPoints) implements PriceRule {
    @Override
    public int discount(Product product, int quantity, LocalDate day) {
      return quantity >= from ? basisPoints : 0;
    }
  }

  /** Winter goods go cheap in spring. */
  record Season(String skuPrefix, Set<Month> months, int basisPoints) implements PriceRule {
    @Override
    public int discount(Product product, int quantity, LocalDate day) {
      return product.getSku().startsWith(skuPrefix) && months.contains(day.getMonth())
          ? basisPoints
          : 0;
    }
  }
}
