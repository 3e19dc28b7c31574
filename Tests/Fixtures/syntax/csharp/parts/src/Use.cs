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
