using Coravel;
using Hangfire;
using MassTransit;

namespace Shop;

// want: schedule -> Shop.Reports.Nightly cron=0_3_*_*_* period=86400 rule=dotnet.hangfire.recurring
// want: schedule -> Shop.Reports.Daily period=86400
// want: queue -> Shop.Reports.Send rule=dotnet.hangfire.enqueue
// want: schedule -> Shop.Clean.Invoke period=300
// want: queue -> Shop.PaidConsumer.Consume source=OrderPaid rule=dotnet.masstransit.consumer
// want: !schedule -> Shop.Reports.Plain
public class Setup
{
    public void Start(IScheduler scheduler, Reports reports)
    {
        RecurringJob.AddOrUpdate<Reports>("nightly", x => x.Nightly(), "0 3 * * *");
        RecurringJob.AddOrUpdate("daily", () => reports.Daily(), Cron.Daily);
        BackgroundJob.Enqueue(() => reports.Send());
        scheduler.Schedule<Clean>().EveryFiveMinutes();
        dictionary.AddOrUpdate("x", y => reports.Plain(), "0 3 * * *");
    }
}

public class Reports
{
    public void Nightly() {}
    public void Daily() {}
    public void Send() {}
    public void Plain() {}
}

public class Clean : IInvocable
{
    public Task Invoke() => Task.CompletedTask;
}

public class PaidConsumer : IConsumer<OrderPaid>
{
    public Task Consume(ConsumeContext<OrderPaid> context) => Task.CompletedTask;
}
