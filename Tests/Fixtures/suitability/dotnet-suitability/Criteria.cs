using StackExchange.Redis; // want: B25 -> file
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.SignalR;

public class Criteria {
  // want: B2 -> Login
  public string Login() { return HttpContext.Session.GetString("name"); }

  // want: B5 -> Later
  public void Later() { Task.Run(() => 1); }

  // want: B6 -> Save
  public void Save(string text) { File.WriteAllText("/srv/x", text); }

  // want: B1 -> Tell
  public void Tell(IHubContext<Feed> hub) { hub.ToString(); }

  // want: B20 -> Page
  public object Page() { return View(); }

  // want: !B6 -> Plain
  // want: !B5 -> Plain
  // want: !B20 -> Plain
  public string Plain(Grid grid) { grid.View(); return File.ReadAllText("/srv/x") + "Task.Run"; }
}

// A member of a type is for all its functions.
// want: B1 -> Hubs
public class Hubs {
  private readonly IHubContext<Feed> _hub;
  public void Tell() { _hub.ToString(); }
}
