using Microsoft.EntityFrameworkCore;

namespace Shop;

public class Depot { public int Id { get; set; } }

public class Shelf { public int Id { get; set; } }

public class DepotContext : DbContext
{
    public DbSet<Depot> Depots { get; set; } // want: table define stock.depots in Shop.DepotContext.Depots

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema("stock");
        builder.Entity<Shelf>().ToTable("Shelves"); // want: table define stock.shelves in Shop.DepotContext.OnModelCreating
    }
}

public class DepotService
{
    public void Add(DepotContext context, Depot depot)
    {
        context.Depots.Add(depot); // want: table write stock.depots in Shop.DepotService.Add
    }
}
