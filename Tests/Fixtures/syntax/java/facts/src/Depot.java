package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity // want: table define stock.depots in shop.Depot
@Table(name = "Depots", schema = "Stock")
class Depot {
  void close() {
    run("UPDATE d SET open = 0 FROM stock.depots d WHERE d.id = 1"); // want: table write stock.depots in shop.Depot.close
    run("DELETE FROM \"Stock\".\"Shelves\" WHERE id = 1"); // want: table write stock.shelves in shop.Depot.close
  }

  void run(String sql) {}
}
