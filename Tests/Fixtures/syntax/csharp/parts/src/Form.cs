namespace Ui;

public partial class Form : Window // want: inherit Ui.Form -> Ui.Window
{
    public void Load()
    {
        InitializeComponent(); // want: call Ui.Form.Load -> Ui.Form.InitializeComponent @src/Form.Designer.cs
        button.Click(); // want: call Ui.Form.Load -> Ui.Button.Click
        // want: field Ui.Form.Load -> Ui.Form.button @src/Form.Designer.cs
    }
}

public class Window { public void Show() {} }
public class Button { public void Click() {} }
