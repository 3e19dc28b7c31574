package shop;

import io.grpc.stub.StreamObserver;

// want: rpc -> shop.Orders.create
// want: !rpc -> shop.Orders.check
// want: !rpc -> shop.Plain.create
// want: total 1
class Orders extends OrdersGrpc.OrdersImplBase {
  @Override
  public void create(Order order, StreamObserver<Order> answers) {
    check(order);
  }

  private void check(Order order) {}
}

class Plain {
  public void create(Order order) {}
}
