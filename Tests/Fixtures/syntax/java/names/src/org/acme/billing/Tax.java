package org.acme.billing;

public class Tax {
  public static void register() {}
}
