package de.nordlicht.shop.notify;

import java.util.Locale;
import java.util.Map;

/** Subjects and texts of our mails. */
enum MailTemplate {
  WELCOME("Welcome to Nordlicht", "your account is ready. See you outside!"),
  ORDER_CONFIRMED("We have your order", "thank you for order ${number}, ${total}.\n\n${invoice}"),
  ORDER_SHIPPED("Your parcel is on its way", "order ${number} has left our house today."),
  ORDER_CANCELLED("Your order was cancelled", "order ${number} was cancelled."),
  ORDER_REFUNDED("Your money is on its way back", "we have refunded order ${number}, ${total}.");

  private final String subject;
  private final String text;

  MailTemplate(String subject, String text) {
    this.subject = subject;
    this.text = text;
  }

  static MailTemplate named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String subject() {
    return subject;
  }

  String render(Map<String, String> values) {
    String body = "Hello ${name},\n\n" + text + "\n";
    for (Map.Entry<String, String> value : values.entrySet()) {
      body = body.replace("${" + value.getKey() + "}", value.getValue());
    }
    return body;
  }
}
