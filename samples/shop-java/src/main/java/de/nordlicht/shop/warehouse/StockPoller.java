package de.nordlicht.shop.warehouse;

import de.nordlicht.shop.catalog.ProductRepository;
import de.nordlicht.shop.catalog.Stock;
import de.nordlicht.shop.catalog.StockRepository;
import de.nordlicht.shop.common.ShopSettings;
import de.nordlicht.shop.live.StockFeed;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes over what the warehouse counted. Runs for as long as the shop does. */
@Component
class StockPoller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StockPoller.class);

  private final WarehouseClient warehouse;
  private final ProductRepository products;
  private final StockRepository stock;
  private final StockFeed feed;
  private final ShopSettings settings;

  private volatile Thread thread;

  StockPoller(
      WarehouseClient warehouse,
      ProductRepository products,
      StockRepository stock,
      StockFeed feed,
      ShopSettings settings) {
    this.warehouse = warehouse;
    this.products = products;
    this.stock = stock;
    this.feed = feed;
    this.settings = settings;
  }

  @Override
  public void start() {
    thread = new Thread(this::pollForEver, "stock-poller");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    thread.interrupt();
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  // @trigger daemon name=stock-poller
  void pollForEver() {
    int failures = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(settings.getWarehousePause().toMillis());
        if (settings.isWarehouseEnabled()) {
          int changed = apply(warehouse.fetch());
          failures = 0;
          log.debug("warehouse: {} stock levels changed", changed);
        }
      } catch (IOException failure) {
        if (++failures % 12 == 1) {
          log.warn("warehouse does not answer ({}): {}", failures, failure.getMessage());
        }
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  private int apply(List<Count> counts) {
    int changed = 0;
    for (Count count : counts) {
      Stock level =
          products
              .findBySku(count.sku())
              .flatMap(product -> stock.findById(product.getId()))
              .orElse(null);
      if (level == null || level.getOnHand() == count.onHand()) {
        continue;
      }
      level.recount(count.onHand());
      stock.save(level);
      feed.publish(level.getProductId(), level.available());
      changed++;
    }
    return changed;
  }
}
