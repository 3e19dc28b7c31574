using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Shop;

public class Baskets(IConnectionMultiplexer redis, IDistributedCache pages)
{
    private readonly IDatabase database = redis.GetDatabase();

    public async Task Keep(string id, string text)
    {
        await database.StringSetAsync(Key(id), text); // want: cache write src/Baskets in Shop.Baskets.Keep
        await database.KeyDeleteAsync("last"); // want: cache write last in Shop.Baskets.Keep
    }

    public async Task<string> Get(string id)
    {
        using var data = await database.StringGetLeaseAsync(Key(id)); // want: cache read src/Baskets in Shop.Baskets.Get
        return pages.GetString("front"); // want: cache read front in Shop.Baskets.Get
    }

    private static string Key(string id) => "basket:" + id; // want: !cache write src/Baskets in Shop.Baskets.Key
}

public class Parcel
{
    public string State { get; set; }

    public void Send() { State = "sent"; } // want: !table write parcels in Shop.Parcel.Send

    public int GetWeight() => 1;
}

public class ShopContext : DbContext
{
    public DbSet<Parcel> Parcels { get; set; }
}

public interface IUnit { Task<bool> SaveEntitiesAsync(); }

public class Desk(ShopContext context, IUnit unit)
{
    public async Task Send(int id)
    {
        var parcel = await context.Parcels.FirstOrDefaultAsync(p => p.State == "new");
        parcel.Send(); // want: table write parcels in Shop.Desk.Send
        await context.SaveChangesAsync();
    }

    public async Task Mark(Parcel parcel)
    {
        parcel.State = "marked"; // want: table write parcels in Shop.Desk.Mark
        await unit.SaveEntitiesAsync();
    }

    public async Task Weigh(Parcel parcel)
    {
        parcel.GetWeight(); // want: !table write parcels in Shop.Desk.Weigh
        await context.SaveChangesAsync();
    }

    public void Show(Parcel parcel)
    {
        parcel.Send(); // want: !table write parcels in Shop.Desk.Show
    }

    public async Task Make()
    {
        var parcel = new Parcel();
        parcel.State = "new"; // want: !table write parcels in Shop.Desk.Make
        await context.SaveChangesAsync();
    }
}

public class RedisCacheService(IDatabase database)
{
    public Task Put(string key, string text) => database.StringSetAsync(key, text); // want: !cache write src/RedisCacheService in Shop.RedisCacheService.Put
}
