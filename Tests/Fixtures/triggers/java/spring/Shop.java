package shop;

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.*;

// want: http -> shop.OrderController.list method=GET path=/orders rule=jvm.spring.mapping
// want: http -> shop.OrderController.show method=GET path=/orders/{id}
// want: http -> shop.OrderController.any method=PUT path=/orders/any
// want: schedule -> shop.Jobs.close cron=0_0/10_*_?_*_? period=600 tz=Europe/Berlin
// want: schedule -> shop.Jobs.tick period=1 enabled=unknown
// want: schedule -> shop.Jobs.off enabled=false
// want: schedule -> shop.Jobs.lag exclusive=true period=30
// want: queue -> shop.Jobs.paid source=orders.paid
// want: schedule -> shop.Jobs.composed period=86400
// want: !http -> shop.Prices.price
// want: http -> shop.StockController.stock method=GET path=/stock
// want: !http -> shop.StockApi.stock
// want: total 10
@RestController
@RequestMapping("/orders")
class OrderController {
  @GetMapping
  String list() { return ""; }

  @GetMapping(value = "/{id}", produces = "application/json")
  String show(@PathVariable long id) { return "@GetMapping(\"/text\")"; }

  @RequestMapping(path = {"/any"}, method = RequestMethod.PUT)
  String any() { return ""; }
}

class Jobs {
  static final String QUEUE = "orders.paid";

  @Scheduled(cron = "0 0/10 * ? * ?", zone = "Europe/Berlin")
  void close() {}

  // @Scheduled(fixedRate = 5)
  @Scheduled(fixedRate = 1000)
  void tick() {}

  @Scheduled(cron = "-")
  void off() {}

  @Scheduled(fixedDelayString = "${lag:30000}")
  void lag() {}

  @RabbitListener(queues = QUEUE)
  void paid(String order) {}

  @Nightly
  void composed() {}
}

@Scheduled(cron = "0 0 3 * * *")
@interface Nightly {}

@FeignClient("prices")
interface Prices {
  @GetMapping("/price")
  int price();
}

interface StockApi {
  @GetMapping("/stock")
  int stock();
}

@RestController
class StockController implements StockApi {
  public int stock() { return 1; }
}
