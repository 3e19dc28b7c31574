package app

class Owner(val name: String, age: Int) {
  def account = Account.of(name) // want: call app.Owner.account -> app.Account.of
  def other = account.getOwner + Account.LIMIT // want: call app.Owner.other -> app.Account.getOwner
  // want: field app.Owner.other -> app.Account.LIMIT
}

object Owner {
  def empty: Owner = new Owner("", 0)
}

object Owners {
  def find(id: Int): Owner = Owner.empty // want: call app.Owners.find -> app.Owner.empty
}

class Savings extends Account { // want: inherit app.Savings -> app.Account
  def mine = getOwner // want: call app.Savings.mine -> app.Account.getOwner
}
