namespace Ui
{
    partial class Form
    {
        private Button button;
        private void InitializeComponent() { Load(); Show(); } // want: call Ui.Form.InitializeComponent -> Ui.Form.Load @src/Form.cs
        // want: call Ui.Form.InitializeComponent -> Ui.Window.Show
        public Form(int size) {}
    }
}
