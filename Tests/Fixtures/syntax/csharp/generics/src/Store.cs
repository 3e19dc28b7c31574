using System.Linq;

class Store<T> where T : Item // want: type Store -> Item
{
    private List<T> items;
    public T First() => items[0];
    public Task<T> LoadAsync(int id) => null;
    public TOther Make<TOther>() where TOther : new() => new TOther();
    void All() { foreach (T item in items) item.Weigh(); } // want: call Store.All -> Item.Weigh
}

class FruitStore : Store<Fruit> {} // want: type FruitStore -> Fruit

class User
{
    private readonly Dictionary<string, Fruit> byName = new();
    private IEnumerable<Fruit> fruits;
    DbSet<Fruit> Set { get; set; }

    async Task Use(Store<Fruit> store, FruitStore special, IServiceProvider services)
    {
        store.First().Peel(); // want: call User.Use -> Fruit.Peel
        special.First().Peel(); // want: call User.Use -> Fruit.Peel
        (await store.LoadAsync(1)).Peel(); // want: call User.Use -> Fruit.Peel
        store.Make<Fruit>().Peel(); // want: call User.Use -> Fruit.Peel
        services.GetRequiredService<Fruit>().Peel(); // want: call User.Use -> Fruit.Peel
        foreach (var fruit in fruits) fruit.Peel(); // want: call User.Use -> Fruit.Peel
        foreach (var pair in byName) pair.Value.Peel(); // want: call User.Use -> Fruit.Peel
        foreach (var (key, value) in byName) value.Peel(); // want: call User.Use -> Fruit.Peel
        byName["x"].Peel(); // want: call User.Use -> Fruit.Peel
        foreach (var f in byName.Values) f.Peel(); // want: call User.Use -> Fruit.Peel
        fruits.Where(f => f.IsRipe).First(f => f.IsRipe).Peel(); // want: field User.Use -> Fruit.IsRipe
        // want: call User.Use -> Fruit.Peel
        fruits.Select(f => f.Peel()).First().Taste(); // want: call User.Use -> Peeled.Taste
        var one = await Set.Include(f => f.Tree).FirstOrDefaultAsync(f => f.IsRipe); // want: field User.Use -> Fruit.Tree
        one.Peel(); // want: call User.Use -> Fruit.Peel
        foreach (var f in await Set.ToListAsync()) f.Peel(); // want: call User.Use -> Fruit.Peel
        var query = from f in fruits where f.IsRipe let t = f.Tree select t.Parent; // want: field User.Use -> Tree.Parent
        foreach (var q in query) q.Grow(); // want: call User.Use -> Tree.Grow
    }

    // What these parameters are cannot be said here.
    void Lambda()
    {
        Handle(f => f.Cut());
        foreach (var k in byName.Keys) k.Cut();
        // want: !call User.Lambda -> Fruit.Cut
    }
}

class Item { public void Weigh() {} }

class Fruit : Item
{
    public Peeled Peel() => null;
    public bool IsRipe { get; }
    public Tree Tree { get; }
    public void Cut() {}
}

class Peeled { public void Taste() {} }
class Tree { public Tree Parent; public void Grow() {} }
