package shop;

public interface OrderMapper extends Base {
  Order find(long id);
  void add(Order order);
  void remove(long id);
}
