package org.acme.orders

trait Named {
  def title: String
}

// The package around is named as a whole, so its names are not seen.
class Closed {
  def wrong = Limits.check(null) // want: !call org.acme.orders.Closed.wrong -> org.acme.util.Limits.check
}
