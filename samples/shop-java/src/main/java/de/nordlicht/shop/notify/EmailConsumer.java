package de.nordlicht.shop.notify;

import de.nordlicht.shop.common.ShopSettings;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/** Sends what is in the queue. */
@Component
class EmailConsumer {

  private static final Logger log = LoggerFactory.getLogger(EmailConsumer.class);

  private final MailSender sender;
  private final EmailLogRepository sent;
  private final ShopSettings settings;
  private final Clock clock;

  EmailConsumer(
      MailSender sender, EmailLogRepository sent, ShopSettings settings, Clock clock) {
    this.sender = sender;
    this.sent = sent;
    this.settings = settings;
    this.clock = clock;
  }

  @RabbitListener(queues = "emails")
  public void consumeEmail(Mail mail) {
    MailTemplate template = MailTemplate.named(mail.template());
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(settings.getMailFrom());
    message.setTo(mail.recipient());
    message.setSubject(template.subject());
    message.setText(template.render(mail.values()));
    String status = "sent";
    try {
      sender.send(message);
    } catch (MailSendException refusal) {
      log.warn("mail to {} refused: {}", mail.recipient(), refusal.getMessage());
      status = "refused";
    }
    sent.save(new EmailLog(mail, status, clock.instant()));
  }
}
