package shop

import jakarta.persistence.Entity
import jakarta.persistence.Table
import kotlin.concurrent.thread

@Entity
@Table(name = "Orders")
class Order
// want: table define orders in shop.Order

@Entity
class OrderLine
// want: table define order_line in shop.OrderLine

const val LIMIT = 3 // want: declare constant shop.LIMIT definition

var current: Order? = null // want: declare variable shop.current definition mutableState

class Dao(private val jdbc: Jdbc) {
  fun save(id: Int, table: String) {
    jdbc.update("INSERT INTO ledger" + " (id) VALUES (" + id + ")") // want: table write ledger in shop.Dao.save
    jdbc.query("""
      SELECT * FROM customers WHERE id = $id
    """) // want: !table read ghost in shop.Dao.save
    em.createQuery("select o from Ghost o where o.id = 1")
    log("select a colour from the list")
  }

  fun all() = jdbc.query("SELECT name FROM people WHERE id = ${LIMIT + 1}") // want: table read people in shop.Dao.all
  // want: field shop.Dao.all -> shop.LIMIT

  // want: table read customers in shop.Dao.save

  @Select("select * from mapped where id = 1") // want: table read mapped in shop.Dao.mapped
  fun mapped() {}

  @GetMapping(value = ["/orders", "/all"], produces = [JSON])
  fun list() {}
  // want: annotation GetMapping value=/orders value=/all produces=JSON on shop.Dao.list
}

fun main(args: Array<String>) { // want: declare function shop.main definition entryPoint
  while (true) { // want: lifetime endless-loop - in shop.main
    Thread.sleep(10) // want: lifetime slept Thread.sleep in shop.main
  }
  thread { current = Order() } // want: lifetime thread-started thread in shop.main
  // want: global-write shop.main -> shop.current
}

// @trigger schedule cron="0 3 * * *"
fun nightly() {}
// want: trigger schedule comment on shop.nightly cron=0 3 * * *

/**
 * Words before it.
 *
 * @trigger queue source=jobs
 */
@Deprecated("old")
fun consume() {}
// want: trigger queue comment on shop.consume source=jobs
