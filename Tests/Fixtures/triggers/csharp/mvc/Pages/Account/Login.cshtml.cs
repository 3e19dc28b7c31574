using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Pages;

// want: http -> Shop.Pages.LoginModel.OnGet method=GET path=/account/login rule=dotnet.razor.page
// want: http -> Shop.Pages.LoginModel.OnPostAsync method=POST path=/account/login
// want: !http -> Shop.Pages.LoginModel.Check
// want: total 2
public class LoginModel : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync() { return Page(); }

    public bool Check() { return true; }
}
