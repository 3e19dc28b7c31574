package de.nordlicht.shop.catalog;

public enum VatClass {
  STANDARD,
  REDUCED,
  ZERO
}
