package shop;

public class Order {
  public static class Line {}
}
