package de.nordlicht.shop.accounts;

import java.time.Instant;
import org.springframework.data.repository.CrudRepository;

interface LoginAttemptRepository extends CrudRepository<LoginAttempt, Long> {

  long countByEmailAndSucceededFalseAndCreatedAtAfter(String email, Instant since);

  void deleteByEmailAndSucceededFalse(String email);

  void deleteByCreatedAtBefore(Instant limit);
}
