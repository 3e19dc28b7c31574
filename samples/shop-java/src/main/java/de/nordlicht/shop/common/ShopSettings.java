package de.nordlicht.shop.common;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What {@code application.yml} says under {@code shop}. The admin page changes some of it at run time. */
@ConfigurationProperties("shop")
public class ShopSettings {

  private volatile boolean maintenance;
  private volatile boolean warehouseEnabled = true;
  private long freeShippingFromCents = 8_000;
  private Duration unpaidOrdersExpireAfter = Duration.ofHours(2);
  private Duration sessionLifetime = Duration.ofDays(30);
  private String signingKey = "change me";
  private String webhookSecret = "";
  private URI gateway = URI.create("https://gateway.payments.example");
  private Path uploadFolder = Path.of("/srv/shop/uploads");
  private String mailFrom = "shop@nordlicht.example";
  private String warehouseHost = "warehouse.internal";
  private int warehousePort = 9191;
  private Duration warehousePause = Duration.ofSeconds(5);

  public boolean isMaintenance() {
    return maintenance;
  }

  public void setMaintenance(boolean maintenance) {
    this.maintenance = maintenance;
  }

  public boolean isWarehouseEnabled() {
    return warehouseEnabled;
  }

  public void setWarehouseEnabled(boolean warehouseEnabled) {
    this.warehouseEnabled = warehouseEnabled;
  }

  public Money freeShippingFrom() {
    return Money.euros(freeShippingFromCents);
  }

  public void setFreeShippingFromCents(long cents) {
    this.freeShippingFromCents = cents;
  }

  public Duration getUnpaidOrdersExpireAfter() {
    return unpaidOrdersExpireAfter;
  }

  public void setUnpaidOrdersExpireAfter(Duration unpaidOrdersExpireAfter) {
    this.unpaidOrdersExpireAfter = unpaidOrdersExpireAfter;
  }

  public Duration getSessionLifetime() {
    return sessionLifetime;
  }

  public void setSessionLifetime(Duration sessionLifetime) {
    this.sessionLifetime = sessionLifetime;
  }

  public String getSigningKey() {
    return signingKey;
  }

  public void setSigningKey(String signingKey) {
    this.signingKey = signingKey;
  }

  public String getWebhookSecret() {
    return webhookSecret;
  }

  public void setWebhookSecret(String webhookSecret) {
    this.webhookSecret = webhookSecret;
  }

  public URI getGateway() {
    return gateway;
  }

  public void setGateway(URI gateway) {
    this.gateway = gateway;
  }

  public Path getUploadFolder() {
    return uploadFolder;
  }

  public void setUploadFolder(Path uploadFolder) {
    this.uploadFolder = uploadFolder;
  }

  public String getMailFrom() {
    return mailFrom;
  }

  public void setMailFrom(String mailFrom) {
    this.mailFrom = mailFrom;
  }

  public String getWarehouseHost() {
    return warehouseHost;
  }

  public void setWarehouseHost(String warehouseHost) {
    this.warehouseHost = warehouseHost;
  }

  public int getWarehousePort() {
    return warehousePort;
  }

  public void setWarehousePort(int warehousePort) {
    this.warehousePort = warehousePort;
  }

  public Duration getWarehousePause() {
    return warehousePause;
  }

  public void setWarehousePause(Duration warehousePause) {
    this.warehousePause = warehousePause;
  }
}
