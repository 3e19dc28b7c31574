package de.nordlicht.shop.accounts;

public enum Role {
  CUSTOMER,
  ADMINISTRATOR
}
