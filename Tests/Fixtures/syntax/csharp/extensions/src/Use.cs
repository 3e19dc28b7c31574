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

    void Gather(IReadOnlyList<Order> orders, Page<Order> page, string text, string[] words)
    {
        orders.Head().Own(); // want: call Acme.Use.Gather -> Acme.Tools.Extensions.Head
        // want: call Acme.Use.Gather -> Acme.Order.Own
        page.Items.Head().Sent = 1; // want: field Acme.Use.Gather -> Acme.Order.Sent
        words.Has(text); // want: probable-call Acme.Use.Gather -> Acme.Tools.Extensions.Has
    }

    void Letters(string text, List<char> letters)
    {
        text.Has("x"); // want: !probable-call Acme.Use.Letters -> Acme.Tools.Extensions.Has
        letters.Tally('x'); // want: !probable-call Acme.Use.Letters -> Acme.Tools.Extensions.Tally
    }

    void Pairs(Dictionary<int, Order> orders)
    {
        foreach (var (_, order) in orders) { order.Own(); } // want: call Acme.Use.Pairs -> Acme.Order.Own
        foreach (var (key, _) in orders) { key.Own(); }
    }

    [Marked(Level.High)] // want: type Acme.Use.Attributed -> Acme.MarkedAttribute
    // want: field Acme.Use.Attributed -> Acme.Level.High
    void Attributed() {}
}

class MarkedAttribute : Attribute { public MarkedAttribute(Level level) {} }
enum Level { High }
class Page<T> { public IReadOnlyList<T> Items { get; set; } }
