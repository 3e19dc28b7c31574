var builder = Host.CreateBuilder(args); // want: declare function Program.Main definition entryPoint
var unit = new Unit(); // want: call Program.Main -> Unit
unit.Length(); // want: call Program.Main -> Unit.Length
builder.Services.AddScoped<IShape, Circle>(); // want: wiring Program.Main -> Circle
// want: wiring Program.Main -> IShape
builder.Services.AddSingleton(typeof(IShape), typeof(Square)); // want: wiring Program.Main -> Square
Local();
void Local() => unit.Length(); // want: call Local -> Unit.Length

record Point(int X, Unit Unit); // want: type Point -> Unit
record Named(int X, Unit Unit, string Name) : Point(X, Unit); // want: call Named -> Point

enum Level : byte { Low = Numbers.One, High } // want: field Level -> Numbers.One

static class Numbers { public const byte One = 1; }

interface IShape { Unit Radius() => Make(); static Unit Make() => null; } // want: call IShape.Radius -> IShape.Make

class Circle : IShape { public Unit Radius() => null; public Unit Center { get; init; } }

struct Square : IShape {}

[AttributeUsage(AttributeTargets.All)]
class MarkedAttribute : Attribute { public MarkedAttribute(Type type) {} }

[Marked(typeof(Unit))] // want: type Uses -> MarkedAttribute
class Uses
{
    Unit Match(IShape shape, Level level, Point point)
    {
        point.Unit.Length(); // want: call Uses.Match -> Unit.Length
        var copy = point with { Unit = new() }; // want: field Uses.Match -> Point.Unit
        copy.Unit.Length(); // want: call Uses.Match -> Unit.Length
        switch (shape)
        {
            case Circle c when c.Center != null: c.Radius().Length(); break; // want: call Uses.Match -> Circle.Radius
            case Square: break; // want: type Uses.Match -> Square
        }
        if (level is Level.Low or Level.High) { } // want: field Uses.Match -> Level.High
        if (shape is Circle { Center: { } center }) center.Length(); // want: call Uses.Match -> Unit.Length
        if (point is Point(var px, Unit u)) u.Length(); // want: call Uses.Match -> Unit.Length
        Unit made = shape switch { Circle found => found.Center, _ => new() }; // want: field Uses.Match -> Circle.Center
        Func<Unit, int> f = (Unit given) => given.Length(); // want: call Uses.Match -> Unit.Length
        Unit Numbered(int i = Numbers.One) => new(); // want: call Uses.Numbered -> Unit
        string text = $"of {point.Unit.Length():N2}" + """raw "text" """; // want: call Uses.Match -> Unit.Length
#if DEBUG
        point.Unit.Length(); // want: call Uses.Match -> Unit.Length
#endif
        var anonymous = new { point.Unit, Other = made };
        return point?.Unit ?? new Unit(); // want: call Uses.Match -> Unit
    }
    // want: unresolved 0
}

class Unit { public int Length() => 0; }
