package kinds

import scala.annotation.StaticAnnotation

class Marked(names: String*) extends StaticAnnotation

trait Left
trait Right
trait Sink[T] { def take(): T }

object Cake {
  type Key = Left // want: type kinds.Cake.Key -> kinds.Left
  class Inner
}

@Marked("a", "b") // want: type kinds.Pair -> kinds.Marked
class Pair[A <: Left](val sink: Sink[A], val handler: Option[Right => A]) // want: type kinds.Pair -> kinds.Left
// want: annotation Marked =a =b on kinds.Pair
// want: type kinds.Pair -> kinds.Right

class Uses(pair: Pair[Left]) {
  val inner: Cake.Inner = new Cake.Inner // want: call kinds.Uses.inner -> kinds.Cake.Inner
  def both(value: Left with Right, key: Cake.Key): Either[Left, Right] = Right(null) // want: type kinds.Uses.both -> kinds.Cake.Key
  // want: type kinds.Uses.both -> kinds.Right
  def taken = pair.sink.take() // want: call kinds.Uses.taken -> kinds.Sink.take
  def literal = classOf[Pair[_]] // want: type kinds.Uses.literal -> kinds.Pair
  def cast(any: Any) = any.asInstanceOf[Sink[Right]].take() // want: call kinds.Uses.cast -> kinds.Sink.take
}

class Source extends Sink[Right] { // want: implement kinds.Source -> kinds.Sink
  override def take(): Right = null
}
