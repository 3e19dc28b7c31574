package org.acme.util

data class Money(val cents: Int = 0, val currency: String = "EUR") {
  companion object {
    const val MAXIMUM = 100
    fun parse(text: String): Money = Money(text.length)
  }
}

object Limits {
  val smallest = Money(1)
  fun check(money: Money) = money.cents > 0
}

enum class Colour { RED, GREEN }

typealias Prices = Map<String, Money>

val zero = Money() // want: call org.acme.util.zero -> org.acme.util.Money
// want: declare variable org.acme.util.zero definition

fun total(all: List<Money>): Money = all.first()

fun total(first: Money, second: Money): Money = first

private fun hidden() = 1

// want: declare function org.acme.util.total definition
