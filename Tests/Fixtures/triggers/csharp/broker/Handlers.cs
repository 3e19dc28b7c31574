using System.Threading.Tasks;
using RabbitMQ.Client;

// want: queue -> OrderPaidHandler.Handle source=OrderPaid rule=dotnet.integration
// want: queue -> AnyHandler.Handle rule=dotnet.dynamic-integration
// want: !inproc -> OrderPaidHandler.Handle
// want: total 2
public class OrderPaidHandler : IIntegrationEventHandler<OrderPaid> {
  public Task Handle(OrderPaid message) { return Task.CompletedTask; }
}

public class AnyHandler : IDynamicIntegrationEventHandler {
  public Task Handle(dynamic message) { return Task.CompletedTask; }
}

public class GenericHandler<T> : IIntegrationEventHandler<T> {
  public Task Handle(T message) { return Task.CompletedTask; }
}
