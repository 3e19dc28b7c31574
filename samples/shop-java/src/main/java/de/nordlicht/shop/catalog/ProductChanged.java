package de.nordlicht.shop.catalog;

/** Said after a product was changed, retired or got another price. */
public record ProductChanged(Long productId) {}
