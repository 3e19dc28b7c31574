package de.nordlicht.shop.cart;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;

/** Parcel rates, for each parcel of up to ten pieces. */
final class ShippingRates {

  private static final int PIECES_PER_PARCEL = 10;

  private ShippingRates() {}

  static Money cost(String country, int pieces) {
    Money parcel =
        switch (country) {
          case "DE" -> Money.euros(490);
          case "AT", "NL" -> Money.euros(990);
          case "CH", "GB" -> Money.euros(1_890);
          default -> throw new ShopException("We do not ship to " + country + ".");
        };
    return parcel.times((pieces + PIECES_PER_PARCEL - 1) / PIECES_PER_PARCEL);
  }
}
