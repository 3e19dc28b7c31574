package app;

class Other {
  Config config; // want: type app.Other -> app.Config @two/src/main/java/app/Config.java
  Service service; // want: type app.Other -> app.Service @one/src/main/java/app/Service.java
}
