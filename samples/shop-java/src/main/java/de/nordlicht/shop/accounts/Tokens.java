package de.nordlicht.shop.accounts;

import de.nordlicht.shop.common.ShopSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Signed tokens that say who somebody is, without a look at the database. */
@Component
public class Tokens {

  private final ShopSettings settings;
  private final Clock clock;

  public Tokens(ShopSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public String sign(Long userId, Instant expires) {
    String payload = userId + "." + expires.getEpochSecond();
    return payload + "." + signature(payload);
  }

  /** The user, or nothing if the token is forged or old. */
  public OptionalLong read(String token) {
    int end = token.lastIndexOf('.');
    int middle = token.indexOf('.');
    if (end <= middle || !PasswordHasher.sameText(signature(token.substring(0, end)), token.substring(end + 1))) {
      return OptionalLong.empty();
    }
    long expires = Long.parseLong(token.substring(middle + 1, end));
    return clock.instant().getEpochSecond() < expires
        ? OptionalLong.of(Long.parseLong(token.substring(0, middle)))
        : OptionalLong.empty();
  }

  private String signature(String payload) {
    return PasswordHasher.keyedDigest(payload, settings.getSigningKey());
  }
}
