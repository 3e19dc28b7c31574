package de.nordlicht.shop.web;

import de.nordlicht.shop.accounts.Role;
import de.nordlicht.shop.accounts.Tokens;
import de.nordlicht.shop.accounts.User;
import de.nordlicht.shop.accounts.UserRepository;
import de.nordlicht.shop.common.ShopException;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Who is asking, by the bearer token. */
@Component
public class CurrentUser {

  private static final String SCHEME = "Bearer ";

  private final UserRepository users;
  private final Tokens tokens;

  public CurrentUser(UserRepository users, Tokens tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  public User require(String authorization) {
    OptionalLong id =
        authorization.startsWith(SCHEME)
            ? tokens.read(authorization.substring(SCHEME.length()))
            : OptionalLong.empty();
    if (id.isEmpty()) {
      throw ShopException.refused("Please log in.");
    }
    return users
        .findById(id.getAsLong())
        .orElseThrow(() -> ShopException.refused("Please log in."));
  }

  public User administrator(String authorization) {
    User user = require(authorization);
    if (user.getRole() != Role.ADMINISTRATOR) {
      throw ShopException.refused("This is for administrators.");
    }
    return user;
  }
}
