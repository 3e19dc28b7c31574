package de.nordlicht.shop.catalog;

import de.nordlicht.shop.live.StockFeed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stock levels: reserved by orders, shipped, put back. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StockService {

  private final StockRepository stock;
  private final StockMovementRepository movements;
  private final StockFeed feed;
  private final Clock clock;

  public StockService(
      StockRepository stock, StockMovementRepository movements, StockFeed feed, Clock clock) {
    this.stock = stock;
    this.movements = movements;
    this.feed = feed;
    this.clock = clock;
  }

  public void reserve(Long productId, int quantity) {
    Stock level = locked(productId);
    level.reserve(quantity);
    moved(level, -quantity, "reserved");
  }

  public void release(Long productId, int quantity) {
    Stock level = locked(productId);
    level.release(quantity);
    moved(level, quantity, "released");
  }

  public void ship(Long productId, int quantity) {
    Stock level = locked(productId);
    level.ship(quantity);
    moved(level, -quantity, "shipped");
  }

  private Stock locked(Long productId) {
    return stock.findByProductId(productId).orElseGet(() -> new Stock(productId, 0));
  }

  private void moved(Stock level, int quantity, String reason) {
    stock.save(level);
    movements.save(
        new StockMovement(level.getProductId(), quantity, reason, clock.instant()));
    feed.publish(level.getProductId(), level.available());
  }
}
