package org.acme.orders

import org.acme.util.*

interface Named { // want: declare type org.acme.orders.Named definition abstract
  val name: String
}

abstract class Base(protected val money: Money) { // want: type org.acme.orders.Base -> org.acme.util.Money
  val weight: Int by lazy { Limits.smallest.cents } // want: field org.acme.orders.Base.weight -> org.acme.util.Limits.smallest
}

fun helper(named: Named): String = named.name // want: field org.acme.orders.helper -> org.acme.orders.Named.name

private fun secret() = 1

class Uses : Base(zero) { // want: field org.acme.orders.Uses -> org.acme.util.zero
  fun all() = total(listOf(money)) // want: call org.acme.orders.Uses.all -> org.acme.util.total #org.acme.util.total(List)
  // want: field org.acme.orders.Uses.all -> org.acme.orders.Base.money
}
