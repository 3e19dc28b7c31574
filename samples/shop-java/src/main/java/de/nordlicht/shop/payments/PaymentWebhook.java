package de.nordlicht.shop.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.nordlicht.shop.accounts.PasswordHasher;
import de.nordlicht.shop.common.ShopSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the payment gateway tells us. */
@RestController
class PaymentWebhook {

  private static final Logger log = LoggerFactory.getLogger(PaymentWebhook.class);

  private final PaymentService payments;
  private final ObjectMapper json;
  private final ShopSettings settings;

  PaymentWebhook(PaymentService payments, ObjectMapper json, ShopSettings settings) {
    this.payments = payments;
    this.json = json;
    this.settings = settings;
  }

  record GatewayEvent(String type, String charge) {}

  // @trigger http method=POST path=/webhooks/payment peak_rps=5 duration_ms=40
  @PostMapping("/webhooks/payment")
  ResponseEntity<Void> receive(
      @RequestHeader("X-Signature") String signature, @RequestBody String body) {
    String secret = settings.getWebhookSecret();
    if (secret.isEmpty()
        || !PasswordHasher.sameText(PasswordHasher.keyedDigest(body, secret), signature)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    GatewayEvent event;
    try {
      event = json.readValue(body, GatewayEvent.class);
    } catch (JsonProcessingException malformed) {
      log.warn("webhook: {}", malformed.getMessage());
      return ResponseEntity.badRequest().build();
    }
    if (!"charge.settled".equals(event.type())) {
      log.info("webhook: {} is of no interest", event.type());
      return ResponseEntity.noContent().build();
    }
    return payments.settle(event.charge()).isPresent()
        ? ResponseEntity.noContent().build()
        : ResponseEntity.notFound().build();
  }
}
