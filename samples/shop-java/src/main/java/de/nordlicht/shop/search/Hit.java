package de.nordlicht.shop.search;

public record Hit(Long productId, long score) {}
