using Microsoft.AspNetCore.Builder;

var app = WebApplication.CreateBuilder(args).Build();
app.MapControllerRoute("default", "{controller=Cart}/{action=Index}/{id?}");
app.MapRazorPages();
