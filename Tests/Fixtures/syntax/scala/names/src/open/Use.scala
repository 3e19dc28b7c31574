package org.acme.open

class Use {
  // What the object of the package inherits.
  def it = fallback + 1 // want: call org.acme.open.Use.it -> org.acme.Defaults.fallback
}
