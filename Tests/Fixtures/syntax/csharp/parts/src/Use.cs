namespace Ui;

class Use
{
    void Run(Form form, Window window)
    {
        form.Load(); // want: call Ui.Use.Run -> Ui.Form.Load
        form.Show(); // want: call Ui.Use.Run -> Ui.Window.Show
        new Form(3); // want: call Ui.Use.Run -> Ui.Form.Form @src/Form.Designer.cs
        Take(form); // want: call Ui.Use.Run -> Ui.Use.Take #Ui.Use.Take(Window)
    }
    // want: type Ui.Use.Run -> Ui.Form @src/Form.cs

    void Take(Window window) {}
    void Take(Button button) {}
}

partial class Pair // both parts in one file
{
    void Left(Pair pair) { pair.Right(); } // want: call Ui.Pair.Left -> Ui.Pair.Right
}

partial class Pair
{
    void Right() { Make().Left(this); } // want: call Ui.Pair.Right -> Ui.Pair.Left
    // want: call Ui.Pair.Right -> Ui.Pair.Make
    static Pair Make() => null; // want: type Ui.Pair.Make -> Ui.Pair
    // want: type Ui.Pair.Left -> Ui.Pair
}
