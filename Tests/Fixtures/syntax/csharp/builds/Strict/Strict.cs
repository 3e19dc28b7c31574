namespace Strictly;

class Strict
{
    private Task task; // no using brings it
    private Parts.CorePart core; // want: type Strictly.Strict -> Parts.CorePart @Core/Core.cs
    private Parts.HiddenPart hidden; // want: !type Strictly.Strict -> Parts.HiddenPart
    // want: unresolved 1
}
