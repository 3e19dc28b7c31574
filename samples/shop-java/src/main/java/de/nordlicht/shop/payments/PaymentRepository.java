package de.nordlicht.shop.payments;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface PaymentRepository extends JpaRepository<Payment, Long> {

  Optional<Payment> findByReference(String reference);

  Optional<Payment> findFirstByOrderIdOrderByIdDesc(Long orderId);

  boolean existsByOrderId(Long orderId);
}
