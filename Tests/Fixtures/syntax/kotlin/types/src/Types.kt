package types

import kotlin.reflect.KClass

annotation class Marked(val of: KClass<*>, vararg val names: String)

class Left

class Right

interface Sink<T> {
  fun take(): T
}

// want: type types.Handler -> types.Left
typealias Handler = suspend Left.(Right?) -> Unit

@Marked(of = Left::class, "a", "b") // want: type types.Pair -> types.Marked
class Pair<A : Left>(val sink: Sink<A>, val handler: Handler?) where A : Comparable<A> {
  // want: annotation Marked of=Left::class =a =b on types.Pair
  val values: Map<String, List<Right>> = emptyMap() // want: type types.Pair.values -> types.Right

  @field:Marked(Right::class) // want: type types.Pair.flag -> types.Marked
  private val flag: (Left) -> Right = { Right() } // want: type types.Pair.flag -> types.Left

  constructor(left: Left) : this(TODO(), null) // want: call types.Pair.constructor -> types.Pair

  fun Right.into(): Left = Left() // want: type types.Pair.into -> types.Right

  fun inside(right: Right) = right.into() // want: call types.Pair.inside -> types.Pair.into

  fun <T : Left> find(kind: KClass<T>): Array<T> = TODO() // want: type types.Pair.find -> types.Left
}

class Source : Sink<Right> { // want: implement types.Source -> types.Sink
  override fun take() = Right() // want: call types.Source.take -> types.Right
}

fun generic(sink: Sink<Source>) = sink.take().take() // want: call types.generic -> types.Source.take

fun looked(store: Store) = store.get<Source>("a").take() // want: call types.looked -> types.Source.take

fun named(pair: types.Pair<Left>) {} // want: type types.named -> types.Pair

class Store

// What the grammar takes for something else.

/** Says more. */
@Marked(Left::class)
@Suppress("x")
internal fun drawn() {
  Left() // want: call types.drawn -> types.Left
}

@Marked(Left::class)
annotation class Empty

// A line between.
// want: declare function types.drawn definition
// want: declare type types.Empty definition
// want: declare type types.Single definition

@Marked(Right::class)
data object Single

fun slot(content: @Marked (() -> Left), open: Right) { // want: type types.slot -> types.Left
  open.hashCode()
  open()
}

fun open() = 1 // want: declare function types.open definition

fun opened() {
  open() // want: call types.opened -> types.open
  val text = """ fun no() { ${"a" + Left()} } class X {""" // want: call types.opened -> types.Left
  println(text + '"' + "fun x() {")
}

fun `a class with { open() in private. names`(open: Int) = Left() // want: call types.a class with { open() in private. names -> types.Left

class Built
@Suppress("x")
constructor(val left: Left) // want: type types.Built -> types.Left
