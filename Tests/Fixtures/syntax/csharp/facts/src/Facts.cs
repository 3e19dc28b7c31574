using System.ComponentModel.DataAnnotations.Schema;

[assembly: Marked("x")] // want: annotation Marked =x on -

namespace Shop
{
    [Table("Orders", Schema = "dbo")] // want: table define dbo.orders in Shop.Order
    class Order {}

    class Context : DbContext
    {
        public DbSet<Customer> Customers { get; set; } // want: table define customers in Shop.Context.Customers

        void Configure(EntityTypeBuilder<Order> builder)
        {
            builder.ToTable("Ledger"); // want: table define ledger in Shop.Context.Configure
        }
    }

    class Dao
    {
        const string ById = "SELECT * FROM customers WHERE id = @id"; // want: table read customers in Shop.Dao

        void Save(int id, string name)
        {
            Execute("INSERT INTO journal" // want: table write journal in Shop.Dao.Save
                + " (id) VALUES (" + id + ")");
            Execute(@"UPDATE [stock] SET ""x"" = 1"); // want: table write stock in Shop.Dao.Save
            Execute($"DELETE FROM sessions WHERE id = {id}"); // want: table write sessions in Shop.Dao.Save
            Execute("""
                select * from raws where id = 1
                """); // want: !table read colour in Shop.Dao.Save
            // want: table read raws in Shop.Dao.Save
            Log("select a colour from the list");
        }

        [HttpGet("orders/" + "all", Name = nameof(Dao.List), Order = 1)]
        [Authorize(Roles = "admin"), Obsolete]
        void List() {}
        // want: annotation HttpGet =orders/all Name=List Order=1 on Shop.Dao.List
        // want: annotation Authorize Roles=admin on Shop.Dao.List
        // want: annotation Obsolete on Shop.Dao.List
    }

    class Program
    {
        static int Main(string[] args) // want: declare method Shop.Program.Main definition entryPoint
        {
            while (true) // want: lifetime endless-loop - in Shop.Program.Main
            {
                Thread.Sleep(10); // want: lifetime slept Thread.Sleep in Shop.Program.Main
            }
        }

        // @trigger schedule cron="0 3 * * *"
        void Nightly() {}
        // want: trigger schedule comment on Shop.Program.Nightly cron=0 3 * * *

        /// <summary>
        /// Words before it.
        /// </summary>
        /// @trigger queue source=jobs
        [Obsolete]
        void Consume() {}
        // want: trigger queue comment on Shop.Program.Consume source=jobs
    }
}
