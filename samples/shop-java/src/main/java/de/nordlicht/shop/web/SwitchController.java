package de.nordlicht.shop.web;

import de.nordlicht.shop.common.ShopSettings;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Switches of the administrators. They count for this process only, and until its end. */
@RestController
class SwitchController {

  private final ShopSettings settings;
  private final CurrentUser users;

  SwitchController(ShopSettings settings, CurrentUser users) {
    this.settings = settings;
    this.users = users;
  }

  record Switches(boolean maintenance, boolean warehouseEnabled) {}

  // @trigger http method=PUT path=/admin/switches rps=0.0001
  @PutMapping("/admin/switches")
  Switches set(
      @RequestHeader("Authorization") String authorization, @RequestBody Switches switches) {
    users.administrator(authorization);
    settings.setMaintenance(switches.maintenance());
    settings.setWarehouseEnabled(switches.warehouseEnabled());
    return switches;
  }
}
