using Microsoft.AspNetCore.Mvc;

namespace Shop;

// A controller with routes of its own has no others.
// want: http -> Shop.StockController.Show rule=dotnet.mvc.action
// want: total 1
[Route("api/stock")]
public class StockController : Controller
{
    [HttpGet("{id}")]
    public IActionResult Show(int id) { return Ok(id); }

    public IActionResult Plain() { return Ok(); }
}

public class Visitor : ControllerVisitor
{
    public void Index() { }
}
