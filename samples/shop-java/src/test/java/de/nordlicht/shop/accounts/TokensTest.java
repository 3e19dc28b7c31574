package de.nordlicht.shop.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.nordlicht.shop.common.ShopSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Instant NOON = Instant.parse("2024-01-14T12:00:00Z");
  private final Tokens tokens =
      new Tokens(new ShopSettings(), Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void sayWhoItIsUntilTheyEnd() {
    assertEquals(OptionalLong.of(7), tokens.read(tokens.sign(7L, NOON.plusSeconds(1))));
    assertEquals(OptionalLong.empty(), tokens.read(tokens.sign(7L, NOON)));
  }

  @Test
  void cannotBeForged() {
    String token = tokens.sign(7L, NOON.plusSeconds(60));
    assertTrue(tokens.read("8" + token.substring(1)).isEmpty());
    assertTrue(tokens.read("").isEmpty());
  }

  @Test
  void passwordsMatchTheirHash() {
    PasswordHasher hasher = new PasswordHasher();
    assertTrue(hasher.matches("trekking2024", hasher.hash("trekking2024")));
    assertTrue(!hasher.matches("trekking2025", hasher.hash("trekking2024")));
  }
}
