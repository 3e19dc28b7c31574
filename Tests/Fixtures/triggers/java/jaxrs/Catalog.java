package shop;

import jakarta.ejb.Schedule;
import jakarta.ws.rs.*;

// want: http -> shop.Catalog.all method=GET path=/catalog
// want: http -> shop.Catalog.one method=GET path=/catalog/{id}
// want: http -> shop.Catalog.put method=PUT path=/catalog/{id}
// want: schedule -> shop.Catalog.nightly cron=0_2_*_*_* period=86400
// want: !http -> shop.Catalog.locator
@Path("/catalog")
public class Catalog {
  @GET
  public String all() { return ""; }

  @GET
  @Path("{id}")
  public String one() { return ""; }

  @Path("{id}")
  @PUT
  public void put() {}

  @Path("sub")
  public Object locator() { return null; }

  @Schedule(hour = "2")
  void nightly() {}

  // want: schedule -> shop.Catalog.often cron=*/5_*_*_*_* period=300
  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void often() {}

  // Without an hour it is the first.
  // want: schedule -> shop.Catalog.first cron=*/5_0_*_*_* period=300
  @Schedule(minute = "*/5")
  void first() {}

  // want: schedule -> shop.Catalog.beat cron=*/10_*_*_*_*_* period=10
  @Schedule(second = "*/10", minute = "*", hour = "*")
  void beat() {}
}
