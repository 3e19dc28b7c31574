package org.acme

package object orders {
  val standard = 1

  def helper(order: Order): Int = order.id // want: call org.acme.orders.helper -> org.acme.orders.Order.id
}

trait Defaults {
  def fallback = 3
}

package object open extends Defaults
