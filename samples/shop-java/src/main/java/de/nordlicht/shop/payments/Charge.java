package de.nordlicht.shop.payments;

/** What a provider answered; money that is not settled yet comes with the webhook. */
record Charge(String reference, boolean settled) {}
