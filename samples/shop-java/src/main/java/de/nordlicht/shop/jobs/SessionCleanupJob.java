package de.nordlicht.shop.jobs;

import de.nordlicht.shop.cart.CartRepository;
import de.nordlicht.shop.web.WebSessionRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions end after a month; carts that belong to nobody go with them. */
@Component
class SessionCleanupJob {

  private static final Logger log = LoggerFactory.getLogger(SessionCleanupJob.class);
  private static final Duration KEEP_CARTS = Duration.ofDays(60);

  private final WebSessionRepository sessions;
  private final CartRepository carts;
  private final Clock clock;

  SessionCleanupJob(WebSessionRepository sessions, CartRepository carts, Clock clock) {
    this.sessions = sessions;
    this.carts = carts;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 * * * *")
  @Transactional
  public void deleteExpiredSessions() {
    Instant now = clock.instant();
    long ended = sessions.deleteByExpiresAtBefore(now);
    long abandoned = carts.deleteByUserIdIsNullAndUpdatedAtBefore(now.minus(KEEP_CARTS));
    log.info("{} sessions and {} carts deleted", ended, abandoned);
  }
}
