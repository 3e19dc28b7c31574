package com.shop;

public class Orders {
  public String create(String event) {
    return event;
  }
}
