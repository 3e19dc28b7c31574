package de.nordlicht.shop.web;

import java.time.Instant;
import org.springframework.data.jpa.repository.JpaRepository;

public interface WebSessionRepository extends JpaRepository<WebSession, String> {

  long deleteByExpiresAtBefore(Instant limit);
}
