package shop;

import org.springframework.context.annotation.*;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Configuration
@EnableScheduling
class Setup {
  @Bean
  Made made() { return new Made(); }
}

// Nobody makes a value of this one.
//@Component
class Idle {
  // want: schedule -> shop.Idle.idle enabled=unknown
  @Scheduled(fixedRate = 60000)
  void idle() {}
}

@Component
class Busy {
  // want: schedule -> shop.Busy.busy period=60
  // want: !schedule -> shop.Busy.busy enabled=unknown
  @Scheduled(fixedRate = 60000)
  void busy() {}
}

class Made {
  // want: schedule -> shop.Made.made period=60
  // want: !schedule -> shop.Made.made enabled=unknown
  @Scheduled(fixedRate = 60000)
  void made() {}
}
