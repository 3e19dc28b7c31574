package org.acme.orders;

abstract class Base { // want: declare type org.acme.orders.Base definition abstract
  static class Inherited {}
}
