package de.nordlicht.shop.warehouse;

record Count(String sku, int onHand) {}
