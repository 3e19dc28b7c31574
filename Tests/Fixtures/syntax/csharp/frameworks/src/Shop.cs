using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Shop;

public class Order { public int Total() => 1; }

public class ShopContext : DbContext
{
    public DbSet<Order> Orders { get; set; } // want: table define orders in Shop.ShopContext.Orders
}

public class OrderService
{
    private readonly ShopContext context;

    public OrderService(ShopContext context) { this.context = context; }

    public void Place(Order order)
    {
        context.Orders.Add(order); // want: table write orders in Shop.OrderService.Place
        context.Remove(order); // want: table write orders in Shop.OrderService.Place
    }

    public Order Make() => new Order(); // want: !table write orders in Shop.OrderService.Make

    public int Count()
    {
        var first = context.Orders.FirstOrDefault(); // want: table read orders in Shop.OrderService.Count
        return first.Total(); // want: call Shop.OrderService.Count -> Shop.Order.Total
    }
}
