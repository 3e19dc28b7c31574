package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products and their prices. */
@Service
public class CatalogService {

  private static final Logger log = LoggerFactory.getLogger(CatalogService.class);

  /** A price that moves by more than this in one step is a slip of the keyboard. */
  private static final int LARGEST_STEP = 3;

  private final ProductRepository products;
  private final PriceChangeRepository priceChanges;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public CatalogService(
      ProductRepository products,
      PriceChangeRepository priceChanges,
      ApplicationEventPublisher events,
      Clock clock) {
    this.products = products;
    this.priceChanges = priceChanges;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Product find(Long id) {
    return products
        .findById(id)
        .filter(Product::isActive)
        .orElseThrow(() -> ShopException.notFound("This product is no longer available."));
  }

  @Transactional(readOnly = true)
  public List<Product> inCategory(String slug) {
    return products.findInCategoryAndBelow(slug);
  }

  /** Sets a price and keeps the old one; refuses what must be a mistake. */
  @Transactional
  public void changePrice(Product product, Money price, String changedBy) {
    Money old = product.getPrice();
    if (!price.currency().equals(old.currency())) {
      throw new ShopException(product.getSku() + " is sold in " + old.currency() + ".");
    }
    if (!price.isPositive() || price.compareTo(old.times(LARGEST_STEP)) > 0) {
      throw new ShopException(price + " is not a plausible price for " + product.getSku() + ".");
    }
    if (price.equals(old)) {
      return;
    }
    priceChanges.save(new PriceChange(product, price.cents(), changedBy, clock.instant()));
    product.setPrice(price);
    products.save(product);
    log.info("price of {}: {}, before {}", product.getSku(), price, old);
    events.publishEvent(new ProductChanged(product.getId()));
  }

  @Transactional
  public void retire(Long id) {
    Product product = find(id);
    product.retire();
    products.save(product);
    events.publishEvent(new ProductChanged(id));
  }
}
