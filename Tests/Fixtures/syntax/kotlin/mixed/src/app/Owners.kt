package app

open class Owner(val name: String, var age: Int) {
  val isActive = true

  fun greet() = name

  companion object {
    const val MOST = 3

    @JvmStatic fun create() = Owner("", MOST)
  }
}

object Registry {
  fun add(owner: Owner) {
    val account = Account.of("x") // want: call app.Registry.add -> app.Account.of
    account.owner = owner // want: call app.Registry.add -> app.Account.setOwner
    println(account.owner.greet()) // want: call app.Registry.add -> app.Account.getOwner
    // want: call app.Registry.add -> app.Owner.greet
    if (account.isOpen) account.getOwner() // want: call app.Registry.add -> app.Account.isOpen
    println(Account.LIMIT) // want: field app.Registry.add -> app.Account.LIMIT
    Account.Nested() // want: call app.Registry.add -> app.Account.Nested
  }
}

class Savings : Account() { // want: inherit app.Savings -> app.Account
  fun mine() = owner.age // want: call app.Savings.mine -> app.Account.getOwner
  // want: field app.Savings.mine -> app.Owner.age
}

fun Owner.shout() = greet()

val count = 3
