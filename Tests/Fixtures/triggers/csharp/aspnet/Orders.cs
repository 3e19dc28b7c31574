using RabbitMQ.Client;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Shop;

// want: http -> Shop.OrdersController.List method=GET path=/api/orders
// want: http -> Shop.OrdersController.Show method=GET path=/api/orders/{id}
// want: http -> Shop.OrdersController.Root method=POST path=/root
// want: http -> Shop.Api.Hello method=GET path=/v1/hello
// want: http -> Shop.Api.Map.DELETE /bye method=DELETE path=/v1/bye
// want: http -> Shop.Api.Map.GET /typed method=GET path=/v1/typed
// want: implied daemon -> Shop.Poller.ExecuteAsync
// want: schedule -> Shop.Nightly.Execute exclusive=true
// want: queue -> Shop.Paid.Handle source=OrderPaid
// want: !http -> Shop.OrdersController.Plain
[ApiController]
[Route("api/[controller]")]
public class OrdersController : ControllerBase
{
    [HttpGet]
    public string List() => _client.HttpGet("/x");

    [HttpGet("{id}"), Authorize]
    public string Show(int id) => "";

    [HttpPost("/root")]
    public string Root() => "";

    private string Plain() => "";
}

public static class Api
{
    public static void Map(WebApplication app)
    {
        var v1 = app.MapGroup("/v1");
        v1.MapGet("/hello", Hello);
        v1.MapGet("/typed", async Task<Results<Ok<string>, NotFound>> ([AsParameters] Page page) =>
        {
            return Hello();
        }).WithName("typed");
        v1.MapDelete("/bye", (int id) => { Hello(); });
    }

    static string Hello() => "";
}

public class Poller : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken token) => Task.CompletedTask;
}

[DisallowConcurrentExecution]
public class Nightly : IJob
{
    public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
}

public class Paid : IIntegrationEventHandler<OrderPaid>
{
    public Task Handle(OrderPaid e) => Task.CompletedTask;
}
