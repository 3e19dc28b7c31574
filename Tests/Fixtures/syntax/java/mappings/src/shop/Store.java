package shop;

import org.hibernate.Session;

class Store {
  private Session session;

  void keep(Customer customer, Staff staff, Visit visit) {
    session.save(customer); // want: table write sales.customers in shop.Store.keep
    session.save(staff); // want: table write person in shop.Store.keep
    session.persist(visit); // want: table write visits in shop.Store.keep
  }

  void find(Helper helper) {
    session.createQuery("from Customer c where c.name = ?"); // want: table read sales.customers in shop.Store.find
    session.getNamedQuery("late"); // want: table read visits in shop.Store.find
    helper.run("Visit.byName"); // want: table read sales.customers in shop.Store.find
    session.getNamedQuery("native"); // want: table write log in shop.Store.find
    helper.sql("SELECT v FROM Visit v WHERE v.a = 1"); // want: table read visits in shop.Store.find
  }
}

class Helper {
  void run(String name) {}
  void sql(String text) {}
}
// want: !table read visit in shop.Store.find
