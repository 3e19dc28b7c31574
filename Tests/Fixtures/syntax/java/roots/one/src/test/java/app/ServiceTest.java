package app;

class ServiceTest {
  Config config; // want: type app.ServiceTest -> app.Config @one/src/test/java/app/Config.java
  Service service; // want: type app.ServiceTest -> app.Service @one/src/main/java/app/Service.java
}
