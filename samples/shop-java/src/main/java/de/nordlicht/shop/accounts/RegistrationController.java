package de.nordlicht.shop.accounts;

import de.nordlicht.shop.common.ShopException;
import de.nordlicht.shop.notify.Mail;
import de.nordlicht.shop.notify.Mailer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationController {

  private final UserRepository users;
  private final PasswordHasher hasher;
  private final Mailer mailer;
  private final Clock clock;

  RegistrationController(
      UserRepository users, PasswordHasher hasher, Mailer mailer, Clock clock) {
    this.users = users;
    this.hasher = hasher;
    this.mailer = mailer;
    this.clock = clock;
  }

  record NewAddress(
      @NotBlank String line,
      @Pattern(regexp = "[0-9A-Z -]{4,10}") String zip,
      @NotBlank String city,
      @NotBlank String country) {}

  record NewAccount(
      @Email String email,
      @NotBlank String name,
      @Size(min = 10) String password,
      @Valid NewAddress address) {}

  // @trigger http method=POST path=/accounts rps=0.005 duration_ms=120
  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Long register(@Valid @RequestBody NewAccount account) {
    if (!VatRates.supports(account.address().country())) {
      throw new ShopException("We do not ship to this country.");
    }
    String email = account.email().toLowerCase(Locale.ROOT);
    if (users.existsByEmail(email)) {
      throw new ShopException("There is an account with this address already.");
    }
    User user = new User(email, account.name(), hasher.hash(account.password()), clock.instant());
    NewAddress address = account.address();
    user.add(
        new Address(user, address.line(), address.zip(), address.city(), address.country()));
    users.save(user);
    mailer.send(new Mail(email, "welcome", Map.of("name", user.getName())));
    return user.getId();
  }
}
