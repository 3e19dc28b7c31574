package de.nordlicht.shop.cart;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface CartRepository extends JpaRepository<Cart, Long> {

  Optional<Cart> findByToken(String token);

  long deleteByUserIdIsNullAndUpdatedAtBefore(Instant limit);
}
