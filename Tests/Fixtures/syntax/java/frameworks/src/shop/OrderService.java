package shop;

import jakarta.persistence.EntityManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.annotation.Transactional;

public class OrderService {
  static final String TOPIC = "orders.placed";

  private final OrderRepository orders;
  private final EntityManager manager;
  private final KafkaTemplate<String, String> kafka;

  OrderService(OrderRepository orders, EntityManager manager, KafkaTemplate<String, String> kafka) {
    this.orders = orders;
    this.manager = manager;
    this.kafka = kafka;
  }

  @Transactional // want: lifetime transaction-started Transactional in shop.OrderService.place
  public void place(Order order, Draft draft) {
    orders.save(order); // want: table write orders in shop.OrderService.place
    manager.persist(new OrderLine()); // want: table write order_line in shop.OrderService.place
    manager.persist(draft);
    kafka.send(TOPIC, "1"); // want: topic write orders.placed in shop.OrderService.place
    kafka.send(order.toString(), "2");
  }

  public void attach(java.util.List<OrderLine> lines) {
    lines.add(new OrderLine());
    // want: !table write order_line in shop.OrderService.attach
    new Draft();
  }

  public OrderLine make() {
    OrderLine line = new OrderLine(); // want: !table write order_line in shop.OrderService.make
    line.count = 2;
    return line;
  }

  public void keepAll(org.hibernate.SessionFactory sessions, Order order, OrderLine line) {
    Store.save(sessions, order); // want: table write orders in shop.OrderService.keepAll
    sessions.getCurrentSession().remove(line); // want: table write order_line in shop.OrderService.keepAll
  }

  public void keep(Store<Order> kept, Store<OrderLine> lines) {
    kept.save(new Order()); // want: table write orders in shop.OrderService.keep
    lines.find(new OrderLine()); // want: !table write order_line in shop.OrderService.keep
  }

  public long find(long number) {
    for (Order order : orders.findByNumber(number)) { // want: table read orders in shop.OrderService.find
      return order.number(); // want: call shop.OrderService.find -> shop.Order.number
    }
    return orders.findById(number).get().number(); // want: table read orders in shop.OrderService.find
  }

  public void query() {
    manager.createQuery("from OrderLine l where l.id = 1"); // want: table read order_line in shop.OrderService.query
    manager.createQuery("select x from Unknown x");
    // want: !table read unknown in shop.OrderService.query
  }

  @KafkaListener(topics = {"orders.paid", "orders.sent"}) // want: topic read orders.sent in shop.OrderService.listen
  public void listen(String text) {}

  @Qualifier("stockKeeper") // want: wiring shop.OrderService.keeper -> shop.StockKeeper
  private Object keeper;

  Object ask(ApplicationContext context) {
    context.getBean("audited"); // want: wiring shop.OrderService.ask -> shop.Audit
    return context.getBean("nobody");
  }
  // want: !table write draft in shop.OrderService.place
}
