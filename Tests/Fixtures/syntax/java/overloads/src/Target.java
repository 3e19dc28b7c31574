class Target {
  Target() {}
  Target(Pet pet) {}
  static void one(int x) {}
  static void one(String x) {}
  static void one(Pet x) {}
  static void one(Pet x, Pet y) {}
  static void many(String... all) {}
  static void same(int x) {}
  static void same(String x) {}
  static void make() {}
}

class Pet {}

class Dog extends Pet {}

interface Factory {}
