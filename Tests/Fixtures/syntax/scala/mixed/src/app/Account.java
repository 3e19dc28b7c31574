package app;

public class Account {
  public static final int LIMIT = 3;
  public String getOwner() { return Owners.find(LIMIT).name(); } // want: call app.Account.getOwner -> app.Owners.find
  // want: field app.Account.getOwner -> app.Owner.name
  public static Account of(String name) { return new Account(); }
  public Owner owner() { return new Owner("a", 1); } // want: call app.Account.owner -> app.Owner
  public Owner made() { return Owner.empty(); } // want: call app.Account.made -> app.Owner.empty
}
