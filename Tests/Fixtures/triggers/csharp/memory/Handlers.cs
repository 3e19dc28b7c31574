using System.Threading.Tasks;

// No broker is in sight, so the bus keeps its messages in memory.
// want: implied inproc -> OrderPlacedHandler.Handle rule=dotnet.integration-in-memory
// want: !queue -> OrderPlacedHandler.Handle
// want: implied inproc -> PlaceOrderHandler.Handle rule=dotnet.mediatr
// want: total 2
public class OrderPlacedHandler : IIntegrationEventHandler<OrderPlaced> {
  public Task Handle(OrderPlaced message) { return Task.CompletedTask; }
}

// Nobody starts this one for any message.
public class GenericHandler<T> : IIntegrationEventHandler<T> {
  public Task Handle(T message) { return Task.CompletedTask; }
}

public class PlaceOrderHandler : IRequestHandler<PlaceOrder> {
  public Task Handle(PlaceOrder message) { return Task.CompletedTask; }
}
