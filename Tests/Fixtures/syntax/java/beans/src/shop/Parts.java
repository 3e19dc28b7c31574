package shop;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

class OrderService {}

class OrderDao {}

class Audit {}

class Mail {}

class Web {
  void go(ApplicationContext context) {
    context.getBean("orders"); // want: wiring shop.Web.go -> shop.OrderService
    context.getBean("proxied"); // want: wiring shop.Web.go -> shop.OrderService
    context.getBean("dataSource");
    context.getBean("rehearsal"); // want: !wiring shop.Web.go -> shop.Settings
  }
}

@Component("clock")
class Clock {}

class Report {}

class Base {}

class Login {}

class LoginForm {}

interface Remote {}

class Bean implements Remote {}

class Front {}

class Settings {}
