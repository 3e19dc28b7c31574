package org.acme.util;

public class Money {
  public static final Money ZERO = new Money(); // want: call org.acme.util.Money -> org.acme.util.Money
  public static int cents(int value) { return value; }
  public void add() {}
}
