package shop;

import io.micronaut.http.annotation.*;
import io.micronaut.scheduling.annotation.Scheduled;

// want: http -> shop.Orders.show method=GET path=/orders/{id} rule=jvm.micronaut.route
// want: schedule -> shop.Orders.tick period=30
// want: !http -> shop.Client.show
// want: total 2
@Controller("/orders")
class Orders {
  @Get("/{id}")
  String show(String id) { return map.get("/x"); }

  @Scheduled(fixedDelay = "30s")
  void tick() {}

  void plain() {}
}

@Client("/orders")
interface Client {
  @Get("/{id}")
  String show(String id);
}
