package org.acme

package object orders {
  val standard = 1

  def helper(order: Order): Int = order.id // want: call org.acme.orders.helper -> org.acme.orders.Order.id
}
