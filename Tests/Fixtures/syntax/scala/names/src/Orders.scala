package org.acme
package orders

import java.time.Instant // want: import-external java.time.Instant
import org.acme.util.Missing // want: import-missing org.acme.util.Missing
import org.acme.util.Money // want: import org.acme.util.Money -> src/Util.scala
import util.{Limits => Bounds, Money} // want: import util.Money -> src/Util.scala
import util.Money._
import Implicits._

// A name of the package around, which another file declares.
class Order(val price: Money, rate: Int) extends Base(price) with Named { // want: inherit org.acme.orders.Order -> org.acme.orders.Base
  // want: implement org.acme.orders.Order -> org.acme.orders.Named
  // want: type org.acme.orders.Order -> org.acme.util.Money

  def id: Int = standard + rate // want: field org.acme.orders.Order.id -> org.acme.orders.standard

  def sum: Money = {
    import Bounds._
    check(price) // want: call org.acme.orders.Order.sum -> org.acme.util.Limits.check
    smallest.plus(price) // want: call org.acme.orders.Order.sum -> org.acme.util.Money.plus
  }

  // The import holds in the block above alone.
  def outside = check(price) // want: !call org.acme.orders.Order.outside -> org.acme.util.Limits.check

  def same = helper(this) // want: call org.acme.orders.Order.same -> org.acme.orders.helper

  def zero = Zero.cents // want: field org.acme.orders.Order.zero -> org.acme.util.Money.Zero
  // want: field org.acme.orders.Order.zero -> org.acme.util.Money.cents

  def text = "3".asMoney // want: call org.acme.orders.Order.text -> org.acme.util.Money.Implicits.RichText.asMoney

  def full = _root_.org.acme.util.Money.parse("1") // want: call org.acme.orders.Order.full -> org.acme.util.Money.parse

  def relative = util.Limits.check(price) // want: call org.acme.orders.Order.relative -> org.acme.util.Limits.check

  def named = title // want: call org.acme.orders.Order.named -> org.acme.orders.Named.title
}

abstract class Base(start: Money)
