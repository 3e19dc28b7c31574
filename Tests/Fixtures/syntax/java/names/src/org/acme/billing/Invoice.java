package org.acme.billing;

public class Invoice {
  void add() {}
}

class Line {}
