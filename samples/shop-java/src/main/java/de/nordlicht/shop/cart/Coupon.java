package de.nordlicht.shop.cart;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "coupons")
public class Coupon {

  @Id private String code;
  private int basisPoints;
  private Instant validUntil;
  private int usesLeft;

  protected Coupon() {}

  Coupon(String code, int basisPoints, Instant validUntil, int usesLeft) {
    this.code = code;
    this.basisPoints = basisPoints;
    this.validUntil = validUntil;
    this.usesLeft = usesLeft;
  }

  public String getCode() {
    return code;
  }

  public int getBasisPoints() {
    return basisPoints;
  }

  boolean isValid(Instant now) {
    return validUntil.isAfter(now) && usesLeft > 0;
  }
}
