package de.nordlicht.shop.payments;

import jakarta.validation.constraints.NotBlank;

/** How a customer pays: the number of a card, or the mandate of a debit. */
public record Means(@NotBlank String provider, String cardNumber, String mandate) {}
