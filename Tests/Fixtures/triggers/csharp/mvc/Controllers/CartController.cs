using Microsoft.AspNetCore.Mvc;

namespace Shop;

// want: http -> Shop.CartController.Index path=/cart method=ANY rule=dotnet.mvc.conventional
// want: http -> Shop.CartController.AddAsync path=/cart/add
// want: http -> Shop.CartController.Pay method=POST rule=dotnet.mvc.action
// want: !http -> Shop.CartController.Total
// want: !http -> Shop.CartController.Count
// want: !http -> Shop.CartController.Fill
// want: !http -> Shop.CartController.Make
// want: total 3
public class CartController : Controller
{
    public CartController(IStore store) { }

    public IActionResult Index() { return View(); }

    public async Task<IActionResult> AddAsync(int id) { return View(id); }

    [HttpPost]
    public IActionResult Pay() { return View(); }

    [NonAction]
    public int Total() { return 1; }

    public Cart Fill(int id) { return null; }

    private int Count() { return 2; }

    public static CartController Make() { return null; }
}
