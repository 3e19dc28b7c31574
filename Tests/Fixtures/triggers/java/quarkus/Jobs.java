package shop;

import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.reactive.messaging.Incoming;

// want: schedule -> shop.Jobs.every period=600 rule=jvm.quarkus.scheduled
// want: schedule -> shop.Jobs.off enabled=false
// want: stream -> shop.Jobs.read source=orders
// want: implied inproc -> shop.Jobs.local
// want: !schedule -> shop.Jobs.plain
// want: total 4
class Jobs {
  @Scheduled(every = "10m")
  void every() {}

  @Scheduled(cron = "off")
  void off() {}

  @Incoming("orders")
  void read(String order) {}

  @ConsumeEvent("local")
  void local(String text) {}

  // @Scheduled(every = "1s")
  void plain() {}
}
