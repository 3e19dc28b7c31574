import lombok.Data;

record Point(int x, Unit unit) { // want: type Point -> Unit
  Point { Objects.check(unit); } // want: call Point.Point -> Objects.check
}

enum Level {
  LOW(new Unit()), // want: call Level -> Unit
  HIGH(null) { void act() { Objects.check(null); } }; // want: call Level -> Objects.check
  Level(Unit u) {}
  void act() {}
}

sealed interface Form permits Circle, Square {} // want: type Form -> Circle

final class Circle implements Form { Unit radius() { return null; } }

final class Square implements Form {}

@interface Marked { Class<?> value(); }

@Data
class Person { private String name; private Unit unit; }

@Marked(Unit.class) // want: type Uses -> Marked
class Uses {
  void uses(Form form, Point point, Level level, Person person) {
    point.unit().length(); // want: call Uses.uses -> Unit.length
    switch (form) {
      case Circle c -> c.radius().length(); // want: call Uses.uses -> Circle.radius
      case Square s -> {}
    }
    switch (level) {
      case LOW: break; // want: field Uses.uses -> Level.LOW
      default:
    }
    if ((Object) point instanceof Point(int x, Unit u)) u.length(); // want: call Uses.uses -> Unit.length
    person.getUnit().length(); // want: field Uses.uses -> Person.unit
    // want: call Uses.uses -> Unit.length
    person.setName("x"); // want: field Uses.uses -> Person.name
    Level.valueOf("LOW").act(); // want: !call Uses.uses -> Unit.act
    String text = """
        a text block with "quotes"
        """;
  }
  // want: unresolved 0
}

class Unit { int length() { return 0; } }

class Objects { static void check(Object o) {} }
