package de.nordlicht.shop.web;

import de.nordlicht.shop.common.ShopSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of browsers; their token finds the cart. */
@Component
public class BrowserSessions {

  private final WebSessionRepository sessions;
  private final ShopSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public BrowserSessions(WebSessionRepository sessions, ShopSettings settings, Clock clock) {
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
  }

  /** The token of a session that lives, a new one where it has ended. */
  @Transactional
  public String refresh(String cookie) {
    Instant now = clock.instant();
    WebSession session =
        sessions
            .findById(cookie)
            .filter(known -> known.livesAt(now))
            .orElseGet(() -> new WebSession(newToken(), now));
    session.extendTo(now.plus(settings.getSessionLifetime()));
    return sessions.save(session).getToken();
  }

  private String newToken() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
