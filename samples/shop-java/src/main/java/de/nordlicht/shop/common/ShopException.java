package de.nordlicht.shop.common;

import org.springframework.http.HttpStatus;

/** A request that cannot be granted; the message is shown to the customer. */
public class ShopException extends RuntimeException {

  private final HttpStatus status;

  public ShopException(String message) {
    this(HttpStatus.CONFLICT, message);
  }

  public ShopException(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }

  public static ShopException notFound(String message) {
    return new ShopException(HttpStatus.NOT_FOUND, message);
  }

  public static ShopException refused(String message) {
    return new ShopException(HttpStatus.FORBIDDEN, message);
  }

  public HttpStatus status() {
    return status;
  }
}
