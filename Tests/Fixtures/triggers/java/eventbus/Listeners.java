package shop;

import org.example.commons.eventbus.Subscribe;

class Listeners {
  // want: implied inproc -> shop.Listeners.paid
  @Subscribe
  public void paid(String order) { }

  // want: !inproc -> shop.Listeners.plain
  // want: total 1
  public void plain(String order) { }
}
