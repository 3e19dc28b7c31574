package shop

import jakarta.persistence.EntityManager
import org.springframework.beans.factory.annotation.Qualifier
import org.springframework.context.ApplicationContext
import org.springframework.kafka.annotation.KafkaListener
import org.springframework.kafka.core.KafkaTemplate
import org.springframework.transaction.annotation.Transactional

const val PLACED = "orders.placed"

object Topics {
  val SENT = "orders.sent"
  var changing = "orders.never"
}

open class OrderService(
  private val orders: OrderRepository,
  private val manager: EntityManager,
  private val kafka: KafkaTemplate<String, String>,
) {
  open val replaced = "orders.base"

  @Qualifier("stockKeeper") // want: wiring shop.OrderService.keeper -> shop.StockKeeper
  private lateinit var keeper: Any

  @Transactional // want: lifetime transaction-started Transactional in shop.OrderService.place
  fun place(order: Order, draft: Draft) {
    orders.save(order) // want: table write orders in shop.OrderService.place
    manager.persist(OrderLine()) // want: table write order_line in shop.OrderService.place
    manager.persist(draft)
    kafka.send(PLACED, "1") // want: topic write orders.placed in shop.OrderService.place
    kafka.send(CANCELLED, "2") // want: topic write orders.cancelled in shop.OrderService.place
    kafka.send(Topics.SENT, "3") // want: topic write orders.sent in shop.OrderService.place
    kafka.send("orders.spelled", "4") // want: topic write orders.spelled in shop.OrderService.place
    kafka.send(Topics.changing, "5")
    kafka.send(replaced, "6")
    kafka.send("orders.${order.number}", "7")
    kafka.send("orders.$draft", "8")
  }

  fun find(number: Long): Long {
    for (order in orders.findByNumber(number)) { // want: table read orders in shop.OrderService.find
      return order.number // want: field shop.OrderService.find -> shop.Order.number
    }
    return orders.findById(number).get().number
  }

  fun make() = OrderLine() // want: !table write order_line in shop.OrderService.make

  fun query() {
    manager.createQuery("from OrderLine l where l.id = 1") // want: table read order_line in shop.OrderService.query
    manager.createQuery("select x from Unknown x")
  }

  @KafkaListener(topics = ["orders.paid", "orders.sent"]) // want: topic read orders.sent in shop.OrderService.listen
  fun listen(text: String) {}

  fun ask(context: ApplicationContext): Any {
    context.getBean("audited") // want: wiring shop.OrderService.ask -> shop.Audit
    return context.getBean("nobody")
  }

  companion object {
    private const val CANCELLED = "orders.cancelled"
  }
  // want: !table write draft in shop.OrderService.place
  // want: !table read unknown in shop.OrderService.query
  // want: !topic write orders.never in shop.OrderService.place
  // want: !topic write orders.base in shop.OrderService.place
  // want: !topic write orders. in shop.OrderService.place
  // want: !topic write orders.$draft in shop.OrderService.place
}
