package shop

case class Item(name: String, price: Int) {
  def total(count: Int) = price * count
}

case class Order(id: Int, items: Seq[Item], owner: Option[Owner])

class Owner(val name: String) {
  def greet() = "hello"
  def mail: String = name
}

trait Store {
  def find(id: Int): Option[Order]
  def all(): List[Order]
  def loaded: Map[Int, Order]
  def within[T](count: Int)(work: Order => T): T
}

object Registry {
  def open(id: Int): Order = Order(id, Nil, None) // want: call shop.Registry.open -> shop.Order
  def apply(owner: Owner): Store = ??? // want: type shop.Registry.apply -> shop.Store
}

class Service(store: Store)(implicit clock: Clock) { self: Logging =>
  def placeholders = store.all().map(_.items).foreach(println) // want: call shop.Service.placeholders -> shop.Store.all
  // want: field shop.Service.placeholders -> shop.Order.items

  def lambdas = store.all().filter(order => order.id > 1).head.items.map(item => item.total(2)) // want: call shop.Service.lambdas -> shop.Item.total
  // want: field shop.Service.lambdas -> shop.Order.id

  def generators = for {
    order <- store.all()
    item <- order.items if item.price > 1 // want: field shop.Service.generators -> shop.Item.price
    sum = item.total(1) // want: call shop.Service.generators -> shop.Item.total
  } yield sum

  def patterns(id: Int) = store.find(id) match {
    case Some(Order(_, items, Some(owner))) => owner.greet() // want: call shop.Service.patterns -> shop.Owner.greet
    case Some(other) => other.owner.map(_.mail) // want: call shop.Service.patterns -> shop.Owner.mail
    case None => store.loaded(3).id // want: field shop.Service.patterns -> shop.Order.id
  }

  def typed(any: Any) = any match {
    case item: Item => item.total(1) // want: call shop.Service.typed -> shop.Item.total
    case order @ Order(1, _, _) => order.items // want: field shop.Service.typed -> shop.Order.items
    case Empty => 2 // want: type shop.Service.typed -> shop.Empty
    case wrong => wrong.total(1)
  }

  def applied(owner: Owner) = Registry(owner).all() // want: call shop.Service.applied -> shop.Registry.apply
  // want: call shop.Service.applied -> shop.Store.all

  def infix = store find 3 map (_.id) // want: call shop.Service.infix -> shop.Store.find
  // want: field shop.Service.infix -> shop.Order.id

  def cases = store.all().map { case Order(_, items, _) => items.head.total(1) } // want: call shop.Service.cases -> shop.Item.total

  def logging = log("a") // want: call shop.Service.logging -> shop.Logging.log

  def named = self.log("b") // want: call shop.Service.named -> shop.Logging.log

  def clocked = clock.now // want: call shop.Service.clocked -> shop.Clock.now

  def local = {
    val order = Registry.open(1) // want: call shop.Service.local -> shop.Registry.open
    def inner(item: Item) = item.total(2) // want: call shop.Service.local -> shop.Item.total
    val (first, second) = (order, order.items.head)
    first.copy(id = 2)
    second.total(3) // want: call shop.Service.local -> shop.Item.total
    inner(second)
  }

  def imported(other: Owner) = {
    import other._
    greet() // want: call shop.Service.imported -> shop.Owner.greet
  }

  def lists = store.within(3) { order => order.items } // want: call shop.Service.lists -> shop.Store.within

  def anonymous = new Clock { // want: implement shop.Service.anonymous -> shop.Clock
    def now = Registry.open(2).id // want: call shop.Service.anonymous -> shop.Registry.open
  }

  def read[A](text: String): Option[A] = None

  def typedCall = read[Item]("a").map(_.total(1)) // want: call shop.Service.typedCall -> shop.Item.total

  def handed(items: Seq[Item]) = checked(3) { (number, item) => item.total(number) } // want: call shop.Service.handed -> shop.Item.total

  def checked(number: Int)(work: (Int, Item) => Int): Int = work(number, null)

  def text = s"${store.all()} $clock" // want: call shop.Service.text -> shop.Store.all
}

trait Clock { def now: Long }

trait Logging { def log(text: String): Unit }

case object Empty
