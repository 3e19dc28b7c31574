package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
public class PriceRules {

  private static final List<PriceRule> RULES =
      List.of(
          new PriceRule.Bulk(5, 500),
          new PriceRule.Bulk(20, 1_000),
          new PriceRule.Season("SKI-", Set.of(Month.MARCH, Month.APRIL, Month.MAY), 2_000));

  private final Clock clock;

  public PriceRules(Clock clock) {
    this.clock = clock;
  }

  /** The best single rule counts, discounts do not add up. */
  public Money lineTotal(Product product, int quantity) {
    LocalDate today = LocalDate.now(clock);
    int best =
        RULES.stream().mapToInt(rule -> rule.discount(product, quantity, today)).max().orElse(0);
    Money full = product.getPrice().times(quantity);
    return full.minus(full.share(best));
  }
}
