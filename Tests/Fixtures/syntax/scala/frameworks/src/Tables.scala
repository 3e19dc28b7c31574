package shop

import slick.jdbc.H2Profile.api._

case class Order(id: Int, owner: String)

// want: table define orders in shop.OrderTable
class OrderTable(tag: Tag) extends Table[Order](tag, "ORDERS") {
  def id = column[Int]("ID")
  def owner = column[String]("OWNER")
  def * = (id, owner) <> (Order.tupled, Order.unapply)
}

class OrderStore(db: Database) {
  lazy val Orders = TableQuery[OrderTable] // want: type shop.OrderStore.Orders -> shop.OrderTable

  def find(id: Int) = db.run(Orders.filter(_.id === id).result.headOption) // want: table read orders in shop.OrderStore.find
  // want: call shop.OrderStore.find -> shop.OrderTable.id

  def names = for (order <- Orders if order.id > 3) yield order.owner // want: call shop.OrderStore.names -> shop.OrderTable.owner

  def add(order: Order) = db.run(Orders += order) // want: table write orders in shop.OrderStore.add

  def rename(id: Int, name: String) = db.run(Orders.filter(_.id === id).map(_.owner).update(name)) // want: table write orders in shop.OrderStore.rename
}
