using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Sales;

public class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages", "sales"); // want: table define sales.messages in Shop.Sales.MessageConfiguration.Configure
    }
}

public class Context : DbContext
{
    public DbSet<Message> Messages { get; set; } // want: table define messages in Shop.Sales.Context.Messages
}

public class Service
{
    private readonly Context context;

    public Service(Context context) { this.context = context; }

    // The entity is in several schemas: the folder says which it is.
    public void Add(Message message)
    {
        context.Messages.Add(message); // want: table write messages in Shop.Sales.Service.Add
    }

    public string Sql() => "DELETE FROM [sales].[Messages] WHERE Id = 1"; // want: table write sales.messages in Shop.Sales.Service.Sql
}
