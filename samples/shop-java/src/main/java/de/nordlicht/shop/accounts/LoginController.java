package de.nordlicht.shop.accounts;

import de.nordlicht.shop.common.ShopException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The login. Customers stay signed in for weeks, so it is seldom needed. */
@RestController
class LoginController {

  private static final int MOST_FAILURES = 5;
  private static final Duration LOCKOUT = Duration.ofMinutes(15);
  private static final Duration TOKEN_LIFE = Duration.ofDays(30);
  private static final Duration KEEP_ATTEMPTS = Duration.ofDays(90);

  private final UserRepository users;
  private final LoginAttemptRepository attempts;
  private final PasswordHasher hasher;
  private final Tokens tokens;
  private final Clock clock;

  /** Compared with for unknown addresses, so that the time tells nothing. */
  private final String nobody;

  LoginController(
      UserRepository users,
      LoginAttemptRepository attempts,
      PasswordHasher hasher,
      Tokens tokens,
      Clock clock) {
    this.users = users;
    this.attempts = attempts;
    this.hasher = hasher;
    this.tokens = tokens;
    this.clock = clock;
    this.nobody = hasher.hash("nobody");
  }

  record Credentials(@Email String email, @NotBlank String password) {}

  record SignedIn(String token) {}

  // @trigger http method=POST path=/login rps=0.01 duration_ms=80
  @PostMapping("/login")
  @Transactional(noRollbackFor = ShopException.class)
  SignedIn login(@Valid @RequestBody Credentials body, HttpServletRequest request) {
    return authenticate(body, request.getRemoteAddr())
        .map(SignedIn::new)
        .orElseThrow(() -> ShopException.refused("The address or the password is wrong."));
  }

  private Optional<String> authenticate(Credentials credentials, String remote) {
    Instant now = clock.instant();
    String email = credentials.email().strip().toLowerCase(Locale.ROOT);
    if (attempts.countByEmailAndSucceededFalseAndCreatedAtAfter(email, now.minus(LOCKOUT))
        >= MOST_FAILURES) {
      throw ShopException.refused("Too many failures, please try again in a quarter of an hour.");
    }
    Optional<User> user = users.findByEmail(email);
    boolean matches =
        hasher.matches(credentials.password(), user.map(User::getPasswordHash).orElse(nobody));
    attempts.save(new LoginAttempt(email, matches, remote, now));
    if (user.isEmpty() || !matches) {
      return Optional.empty();
    }
    // A success ends the lockout, and drops what the privacy rules forbid to keep.
    attempts.deleteByEmailAndSucceededFalse(email);
    attempts.deleteByCreatedAtBefore(now.minus(KEEP_ATTEMPTS));
    return Optional.of(tokens.sign(user.get().getId(), now.plus(TOKEN_LIFE)));
  }
}
