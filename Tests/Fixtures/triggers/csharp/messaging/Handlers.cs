using NServiceBus;
using System.Threading;

// want: queue -> PlaceOrderHandler.Handle
public class PlaceOrderHandler : IHandleMessages<PlaceOrder> {
  public Task Handle(PlaceOrder message, IMessageHandlerContext context) { return Next(); }
  private Task Next() { return null; }
}

// want: implied schedule -> Cleaner.Start
public class Cleaner {
  public void Start() { var timer = new Timer(Clean, null, 0, 60000); }
  private void Clean(object state) { }
}

// What only bears the names says nothing.
// want: !queue -> Plain.Handle
public class Plain {
  public void Handle(PlaceOrder message) { var text = "new Timer(x)"; }
}
