package org.acme
package util

case class Money(cents: Int, currency: String = "EUR") {
  def plus(other: Money): Money = Money(cents + other.cents) // want: call org.acme.util.Money.plus -> org.acme.util.Money
  // want: field org.acme.util.Money.plus -> org.acme.util.Money.cents
}

object Money {
  val Zero = Money(0) // want: call org.acme.util.Money.Zero -> org.acme.util.Money
  def parse(text: String): Option[Money] = Some(new Money(text.length)) // want: call org.acme.util.Money.parse -> org.acme.util.Money

  object Implicits {
    implicit class RichText(text: String) {
      def asMoney: Money = parse(text).get // want: call org.acme.util.Money.Implicits.RichText.asMoney -> org.acme.util.Money.parse
    }
  }
}

object Limits {
  val smallest = Money(1)
  def check(money: Money): Boolean = money.cents > 0
}

// want: declare type org.acme.util.Limits definition
// want: declare method org.acme.util.Limits.check definition
