package de.nordlicht.shop.orders;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface OrderRepository extends JpaRepository<Order, Long> {

  long countByNumberStartingWith(String prefix);

  List<Order> findByUserIdOrderByCreatedAtDesc(Long userId);

  List<Order> findByStatusAndCreatedAtBefore(OrderStatus status, Instant limit);
}
