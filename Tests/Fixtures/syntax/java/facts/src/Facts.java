package shop;

import jakarta.persistence.*;
import org.springframework.web.bind.annotation.GetMapping;

@Entity
@Table(name = "Orders")
class Order {}
// want: table define orders in shop.Order

@Entity
class OrderLine {}
// want: table define order_line in shop.OrderLine

class Dao {
  static final String BY_ID = "SELECT * FROM customers WHERE id = ?"; // want: table read customers in shop.Dao

  void save(int id) {
    jdbc.update("INSERT INTO ledger" // want: table write ledger in shop.Dao.save
        + " (id) VALUES (" + id + ")");
    em.createQuery("select o from Ghost o where o.id = 1");
    // want: !table read ghost in shop.Dao.save
    log("select a colour from the list");
  }

  @Select("select * from mapped where id = 1")
  void mapped() {} // want: !table read colour in shop.Dao.save
  // want: table read mapped in shop.Dao.mapped

  @Query("select g from Ghost g")
  void objects() {}
  // want: !table read ghost in shop.Dao.objects

  @GetMapping(value = {"/orders", "/all"}, produces = JSON)
  void list() {}
  // want: annotation org.springframework.web.bind.annotation.GetMapping value=/orders value=/all produces=JSON on shop.Dao.list
}

class Main {
  public static void main(String[] args) { // want: declare method shop.Main.main definition entryPoint
    while (true) { // want: lifetime endless-loop - in shop.Main.main
      Thread.sleep(10); // want: lifetime slept Thread.sleep in shop.Main.main
    }
  }

  // @trigger schedule cron="0 3 * * *"
  void nightly() {}
  // want: trigger schedule comment on shop.Main.nightly cron=0 3 * * *

  /**
   * Words before it.
   *
   * @trigger queue source=jobs
   */
  @Deprecated
  void consume() {}
  // want: trigger queue comment on shop.Main.consume source=jobs
}
