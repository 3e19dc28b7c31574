package de.nordlicht.shop.notify;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/** Puts mails into the queue. */
@Component
public class Mailer {

  private final RabbitTemplate rabbit;

  public Mailer(RabbitTemplate rabbit) {
    this.rabbit = rabbit;
  }

  public void send(Mail mail) {
    rabbit.convertAndSend("emails", mail);
  }
}
