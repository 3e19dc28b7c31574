package shop;

import org.springframework.context.ApplicationContext;

class Check {
  void go(ApplicationContext context) {
    context.getBean("rehearsal"); // want: wiring shop.Check.go -> shop.Settings
  }
}
