using Parts;

namespace Application;

class App
{
    private Writer writer; // want: type Application.App -> Common.Text.Writer @Common/Common.cs
    private CorePart core; // want: type Application.App -> Parts.CorePart @Core/Core.cs
    private LegacyPart legacy; // want: type Application.App -> Parts.LegacyPart @Legacy/Legacy.cs
    private LinkedPart linked; // want: type Application.App -> Parts.LinkedPart @Linked/Linked.cs
    private HiddenPart hidden; // want: !type Application.App -> Parts.HiddenPart
    private ToolsPart tools; // want: !type Application.App -> Parts.ToolsPart
    private Task task; // named in no using of the project: of the platform

    void Run()
    {
        core.Run(); // want: call Application.App.Run -> Parts.CorePart.Run
        legacy.Run(); // want: call Application.App.Run -> Parts.LegacyPart.Run
        writer.Put("x"); // want: call Application.App.Run -> Common.Text.Writer.Put
        Trace("x"); // want: call Application.App.Run -> Common.Helpers.Trace
    }
    // want: unresolved 0
}
