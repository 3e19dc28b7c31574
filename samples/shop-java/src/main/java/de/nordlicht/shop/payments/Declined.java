package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.ShopException;
import org.springframework.http.HttpStatus;

public class Declined extends ShopException {
  Declined(String message) {
    super(HttpStatus.PAYMENT_REQUIRED, message);
  }
}
