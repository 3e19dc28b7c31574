package org.acme.orders

private fun secret() = 2

fun second() = secret() // want: call org.acme.orders.second -> org.acme.orders.secret @src/org/acme/orders/Second.kt
// want: !call org.acme.orders.second -> org.acme.orders.secret @src/org/acme/orders/Base.kt
