package de.nordlicht.shop.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "login_attempts")
class LoginAttempt {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String email;
  private boolean succeeded;
  private String remote;
  private Instant createdAt;

  protected LoginAttempt() {}

  LoginAttempt(String email, boolean succeeded, String remote, Instant createdAt) {
    this.email = email;
    this.succeeded = succeeded;
    this.remote = remote;
    this.createdAt = createdAt;
  }
}
