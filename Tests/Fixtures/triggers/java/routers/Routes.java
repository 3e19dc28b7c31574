package shop;

import io.javalin.Javalin;
import io.grpc.stub.StreamObserver;
import io.vertx.core.Vertx;
import net.devh.boot.grpc.server.service.GrpcService;
import org.apache.camel.builder.RouteBuilder;

// want: http -> shop.Routes.main.GET /orders method=GET path=/orders
// want: duplex -> shop.Routes.main.duplex /feed path=/feed
// want: stream -> shop.Flow.configure source=kafka:orders
// want: rpc -> shop.Prices.price
// want: !http -> shop.Routes.plain
// want: total 4
class Routes {
  static void main() {
    Javalin app = Javalin.create();
    app.get("/orders", context -> { plain(); });
    app.ws("/feed", socket -> {});
    client.get("/elsewhere", answer -> {});
  }

  static void plain() {}
}

class Flow extends RouteBuilder {
  public void configure() {
    from("kafka:orders").to("log:orders");
  }
}

@GrpcService
class Prices extends PricesGrpc.PricesImplBase {
  @Override
  public void price(String request, StreamObserver<String> answer) { helper(); }

  private void helper() {}
}
