package org.acme.orders

import java.time.Instant // want: import-external java.time.Instant
import org.acme.util.Colour.GREEN // want: import org.acme.util.Colour.GREEN -> src/org/acme/util/Money.kt
import org.acme.util.Limits.check as isFine // want: import org.acme.util.Limits.check -> src/org/acme/util/Money.kt
import org.acme.util.Missing // want: import-missing org.acme.util.Missing
import org.acme.util.Money // want: import org.acme.util.Money -> src/org/acme/util/Money.kt
import org.acme.util.Money.Companion.MAXIMUM // want: import org.acme.util.Money.Companion.MAXIMUM -> src/org/acme/util/Money.kt
import org.acme.util.Prices
import org.acme.util.total
import org.acme.util.zero as nothing

// want: inherit org.acme.orders.Order -> org.acme.orders.Base
class Order(
  val price: Money, // want: type org.acme.orders.Order -> org.acme.util.Money
  private val prices: Prices, // want: type org.acme.orders.Order -> org.acme.util.Prices
) : Base(price), Named { // want: implement org.acme.orders.Order -> org.acme.orders.Named

  fun sum(): Money {
    val all = total(price, nothing) // want: call org.acme.orders.Order.sum -> org.acme.util.total #org.acme.util.total(Money,Money)
    // want: field org.acme.orders.Order.sum -> org.acme.util.zero
    println("${all.cents} of $MAXIMUM") // want: field org.acme.orders.Order.sum -> org.acme.util.Money.cents
    // want: field org.acme.orders.Order.sum -> org.acme.util.Money.Companion.MAXIMUM
    return Money.parse("3") // want: call org.acme.orders.Order.sum -> org.acme.util.Money.Companion.parse
  }

  fun fine() = isFine(Money(3)) // want: call org.acme.orders.Order.fine -> org.acme.util.Limits.check
  // want: call org.acme.orders.Order.fine -> org.acme.util.Money

  fun colour() = GREEN // want: field org.acme.orders.Order.colour -> org.acme.util.Colour.GREEN

  fun full() = org.acme.util.Limits.smallest.currency // want: field org.acme.orders.Order.full -> org.acme.util.Limits.smallest
  // want: field org.acme.orders.Order.full -> org.acme.util.Money.currency

  override val name get() = helper(this) // want: call org.acme.orders.Order.name -> org.acme.orders.helper

  // Private to another file of another package, and not imported.
  fun other() = hidden()
  // want: !call org.acme.orders.Order.other -> org.acme.util.hidden

  // A local hides the property.
  fun local(price: Base) = price.weight // want: field org.acme.orders.Order.local -> org.acme.orders.Base.weight

  fun taken() {
    val (cents, currency) = price
    for (money in listOf(nothing)) money.copy()
    currency.length
  }
}
