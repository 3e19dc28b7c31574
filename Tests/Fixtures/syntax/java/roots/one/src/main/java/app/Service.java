package app;

class Service { Config config; } // want: type app.Service -> app.Config @one/src/main/java/app/Config.java
