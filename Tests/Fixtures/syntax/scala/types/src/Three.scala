package three

enum Colour(val rgb: Int):
  case Red extends Colour(1)
  case Green, Blue
  case Mix(first: Colour, second: Colour) // want: type three.Colour.Mix -> three.Colour
  def bright = rgb > 1 // want: field three.Colour.bright -> three.Colour.rgb

given Show[Colour] with
  def show(value: Colour): String = value.bright.toString // want: call three.given_Show.show -> three.Colour.bright

trait Show[A]:
  def show(value: A): String

extension (colour: Colour)
  def darker(by: Int): Colour = Colour.Mix(colour, Colour.Red) // want: call three.darker -> three.Colour.Mix
  // want: field three.darker -> three.Colour.Red

object Paint:
  def paint(colour: Colour)(using show: Show[Colour]): String =
    if colour.bright then show.show(colour) // want: call three.Paint.paint -> three.Show.show
    else
      val other = colour.darker(1) // want: call three.Paint.paint -> three.darker
      colour match
        case Colour.Green => "green" // want: field three.Paint.paint -> three.Colour.Green
        case Colour.Mix(first, _) => first.bright.toString // want: call three.Paint.paint -> three.Colour.bright
end Paint

@main def run(args: String*): Unit = println(Paint.paint(Colour.Blue)) // want: declare function three.run definition entryPoint
// want: call three.run -> three.Paint.paint

opaque type Square = Int

object Square:
  def of(value: Int): Square = value
  extension (square: Square)
    def file: Int = square % 8
    def next(by: Int): Square = square + by

opaque type Score = Double

object Score:
  def none: Score = 0
  extension (score: Score) def file: String = "score"

object Board:
  def walk(square: Square) = square.next(1).file // want: call three.Board.walk -> three.Square.next
  // want: call three.Board.walk -> three.Square.file
  // want: type three.Board.walk -> three.Square

  def made = Square.of(3).file // want: call three.Board.made -> three.Square.of

  def scored = Score.none.file // want: call three.Board.scored -> three.Score.file
  // want: !call three.Board.scored -> three.Square.file
