using Acme.Tools;
using System;

namespace Acme;

class Use
{
    void Run(Order order, Other other, IServiceCollection services, IApplicationBuilder app)
    {
        order.Paid(3).Own(); // want: call Acme.Use.Run -> Acme.Tools.Extensions.Paid
        // want: call Acme.Use.Run -> Acme.Order.Own
        order.Log().Own(); // want: call Acme.Use.Run -> Acme.Tools.Extensions.Log
        Extensions.Paid(order); // want: call Acme.Use.Run -> Acme.Tools.Extensions.Paid
        services.AddShop(); // want: call Acme.Use.Run -> Acme.Tools.Extensions.AddShop
        app.Services.AddShop(); // want: probable-call Acme.Use.Run -> Acme.Tools.Extensions.AddShop
        "text".Shorten(3); // want: call Acme.Use.Run -> Acme.Tools.Extensions.Shorten
        order.Close(); // want: call Acme.Use.Run -> Acme.Tools.Extensions.Close
        order.Close(1); // want: call Acme.Use.Run -> Acme.Order.Close
        other.Paid(); // want: !call Acme.Use.Run -> Acme.Other.Paid
        order.Vanish(); // want: !call Acme.Use.Run -> Acme.Hidden.Unseen.Vanish
    }
}
