using Microsoft.AspNetCore.Http;

namespace Shop;

// want: implied duplex -> Shop.Live.Handle
// want: total 1
public class Live
{
    public async Task Handle(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
    }
}
