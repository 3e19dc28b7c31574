namespace Application;

class App
{
    private Config config; // want: type Application.App -> Shared.Config @A/Config.cs
    // want: !type Application.App -> Shared.Config @B/Config.cs
    void Run() => config.GetA(); // want: call Application.App.Run -> Shared.Config.GetA
}
