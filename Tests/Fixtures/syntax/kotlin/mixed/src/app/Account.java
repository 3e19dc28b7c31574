package app;

public class Account {
  private String name;
  private boolean open;
  public static final int LIMIT = 3;

  public Owner getOwner() {
    return new Owner("a", 1); // want: call app.Account.getOwner -> app.Owner
  }

  public void setOwner(Owner owner) {
    owner.getName(); // want: field app.Account.setOwner -> app.Owner.name
    owner.isActive(); // want: field app.Account.setOwner -> app.Owner.isActive
    owner.setAge(3); // want: field app.Account.setOwner -> app.Owner.age
    Owner.create().greet(); // want: call app.Account.setOwner -> app.Owner.Companion.create
    // want: call app.Account.setOwner -> app.Owner.greet
    Owner.Companion.create();
    Registry.INSTANCE.add(owner); // want: call app.Account.setOwner -> app.Registry.add
    OwnersKt.shout(owner); // want: call app.Account.setOwner -> app.shout
    OwnersKt.getCount(); // want: field app.Account.setOwner -> app.count
    Tools.tool(); // want: call app.Account.setOwner -> app.tool
    int limit = Owner.MOST; // want: field app.Account.setOwner -> app.Owner.Companion.MOST
  }

  public boolean isOpen() { return open; }

  public static Account of(String name) { return new Account(); }

  static class Nested {}
}

class Derived extends Owner { // want: inherit app.Derived -> app.Owner
  Derived() { super("b", 2); }

  void act() {
    getName(); // want: field app.Derived.act -> app.Owner.name
    greet(); // want: call app.Derived.act -> app.Owner.greet
  }
}
