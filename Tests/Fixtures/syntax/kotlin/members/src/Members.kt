package members

interface Store {
  fun load(id: Int): Item?

  val first: Item
}

open class Item(val next: Item? = null) {
  open fun use() = 1

  operator fun invoke(count: Int): Item = this

  class Part {
    fun fit() = 1
  }

  inner class View
}

sealed class Result<out T> {
  data class Good<T>(val value: T) : Result<T>() // want: inherit members.Result.Good -> members.Result
  // want: call members.Result.Good -> members.Result

  object Bad : Result<Nothing>() // want: inherit members.Result.Bad -> members.Result
}

class Cached(private val store: Store) : Store by store { // want: implement members.Cached -> members.Store
  private val items = mutableMapOf<Int, Item>()

  override fun load(id: Int): Item? = items[id] ?: store.load(id) // want: call members.Cached.load -> members.Store.load

  fun chain() = load(3)?.next?.use() // want: call members.Cached.chain -> members.Item.use

  fun element() = items[3]!!.use() // want: call members.Cached.element -> members.Item.use

  fun delegated() = first.use() // want: call members.Cached.delegated -> members.Item.use

  fun called(item: Item) = item(3).use() // want: call members.Cached.called -> members.Item.invoke
  // want: call members.Cached.called -> members.Item.use

  fun tested(value: Any): Int {
    if (value is Item && value.use() > 1) return 1 // want: call members.Cached.tested -> members.Item.use
    if (value !is Item.Part) return 2 // want: type members.Cached.tested -> members.Item.Part
    return value.fit() // want: call members.Cached.tested -> members.Item.Part.fit
  }

  fun chosen(result: Result<Item>) =
    when (result) {
      is Result.Good -> result.value // want: field members.Cached.chosen -> members.Result.Good.value
      Result.Bad -> null // want: type members.Cached.chosen -> members.Result.Bad
    }

  fun cast(value: Any) = (value as Item).use() // want: call members.Cached.cast -> members.Item.use

  fun named(value: Any) {
    Item::use // want: address members.Cached.named -> members.Item.use
    load(id = 3)
    Item(next = Item()).View() // want: call members.Cached.named -> members.Item.View
    object : Store by store { // want: implement members.Cached.named -> members.Store
      override fun load(id: Int) = this@Cached.load(id) // want: call members.Cached.named -> members.Cached.load
    }
    value.lost()
  }
}

class Special : Item() {
  override fun use() = super.use() // want: call members.Special.use -> members.Item.use
}

object Counter {
  private var count = 0 // want: declare field members.Counter.count definition mutableState
  private val seen = mutableListOf<Int>() // want: declare field members.Counter.seen definition mutableState
  val fixed = listOf(1) // want: declare field members.Counter.fixed definition

  fun add() {
    count += 1 // want: global-write members.Counter.add -> members.Counter.count
    seen.add(count) // want: global-read members.Counter.add -> members.Counter.seen
  }
}

fun outer() {
  fun inner(item: Item) = item.use()
  Counter.add() // want: call members.outer -> members.Counter.add
  inner(Special()) // want: call members.outer -> members.Special
}
