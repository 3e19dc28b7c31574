package de.nordlicht.shop.payments;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface RefundRepository extends CrudRepository<Refund, Long> {

  List<Refund> findByPaymentId(Long paymentId);
}
