package de.nordlicht.shop.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "sessions")
public class WebSession {

  @Id private String token;
  private Instant expiresAt;

  protected WebSession() {}

  WebSession(String token, Instant expiresAt) {
    this.token = token;
    this.expiresAt = expiresAt;
  }

  String getToken() {
    return token;
  }

  boolean livesAt(Instant now) {
    return expiresAt.isAfter(now);
  }

  void extendTo(Instant instant) {
    expiresAt = instant;
  }
}
