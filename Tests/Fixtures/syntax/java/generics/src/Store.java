import java.util.*;

class Store<T extends Item> { // want: type Store -> Item
  private List<T> items;
  T first() { return items.get(0); }
  void all() {
    for (T item : items) item.weigh(); // want: call Store.all -> Item.weigh
  }
}

class FruitStore extends Store<Fruit> {} // want: type FruitStore -> Fruit

class User {
  private final Map<String, Fruit> byName = new HashMap<>();
  private List<Fruit> fruits;
  Optional<Fruit> best() { return null; }

  void use(Store<Fruit> store, FruitStore special) {
    store.first().peel(); // want: call User.use -> Fruit.peel
    special.first().peel(); // want: call User.use -> Fruit.peel
    for (var fruit : fruits) fruit.peel(); // want: call User.use -> Fruit.peel
    for (Map.Entry<String, Fruit> e : byName.entrySet()) e.getValue().peel(); // want: call User.use -> Fruit.peel
    for (var e : byName.entrySet()) e.getValue().peel(); // want: call User.use -> Fruit.peel
    byName.get("x").peel(); // want: call User.use -> Fruit.peel
    for (var f : byName.values()) f.peel(); // want: call User.use -> Fruit.peel
    best().orElseThrow().peel(); // want: call User.use -> Fruit.peel
    fruits.forEach(f -> f.peel()); // want: call User.use -> Fruit.peel
    fruits.stream().filter(f -> f.isRipe()).forEach(Fruit::peel); // want: call User.use -> Fruit.isRipe
    // want: address User.use -> Fruit.peel
  }

  <T> T load(Class<T> type, int id) { return null; }
  static <T> T check(T value) { return value; }

  void inferred(Fruit fruit) {
    load(Fruit.class, 1).peel(); // want: call User.inferred -> Fruit.peel
    check(fruit).peel(); // want: call User.inferred -> Fruit.peel
    Fruit.class.getName();
    load(unknown(), 1).cut(); // want: !call User.inferred -> Fruit.cut
  }

  // What a lambda's parameter is cannot be said here.
  void lambda() {
    handle(f -> f.cut());
    byName.keySet().forEach(k -> k.cut());
    // want: !call User.lambda -> Fruit.cut
  }
}

class Item { void weigh() {} }

class Fruit extends Item {
  void peel() {}
  boolean isRipe() { return true; }
  void cut() {}
}
