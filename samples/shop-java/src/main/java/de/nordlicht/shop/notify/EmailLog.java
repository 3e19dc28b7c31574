package de.nordlicht.shop.notify;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "email_log")
class EmailLog {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String recipient;
  private String template;
  private String status;
  private Instant sentAt;

  protected EmailLog() {}

  EmailLog(Mail mail, String status, Instant sentAt) {
    this.recipient = mail.recipient();
    this.template = mail.template();
    this.status = status;
    this.sentAt = sentAt;
  }
}
