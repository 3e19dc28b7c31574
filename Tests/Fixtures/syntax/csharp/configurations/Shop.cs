using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

public class Item { }

public class Brand { }

public class ItemConfiguration : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("Catalog"); // want: table define catalog in Shop.ItemConfiguration.Configure
    }
}

public class Log { }

public class ShopContext : DbContext
{
    public DbSet<Log> Logs { get; set; } // want: table define shop_log in Shop.ShopContext.Logs

    private void ConfigureLog(EntityTypeBuilder<Log> builder)
    {
        builder.ToTable("shop_log");
    }

    public DbSet<Item> Items { get; set; } // want: table define catalog in Shop.ShopContext.Items
    public DbSet<Brand> Brands { get; set; } // want: table define brands in Shop.ShopContext.Brands
}

public class Store
{
    private readonly ShopContext context;

    public void Add(Item item, Brand brand)
    {
        context.Items.Add(item); // want: table write catalog in Shop.Store.Add
        context.Brands.Add(brand); // want: table write brands in Shop.Store.Add
    }
}
// want: !table define items in Shop.ShopContext.Items
