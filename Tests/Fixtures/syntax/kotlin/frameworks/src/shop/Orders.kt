package shop

import jakarta.persistence.Entity
import jakarta.persistence.Table

@Entity
@Table(name = "orders")
// want: table define orders in shop.Order
class Order(val number: Long)

@Entity // want: table define order_line in shop.OrderLine
class OrderLine

/** A row of nothing: no annotation says that it is kept. */
class Draft
