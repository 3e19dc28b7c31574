package de.nordlicht.shop.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "addresses")
class Address {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(optional = false)
  private User user;

  private String line;
  private String zip;
  private String city;
  private String country;

  protected Address() {}

  Address(User user, String line, String zip, String city, String country) {
    this.user = user;
    this.line = line;
    this.zip = zip;
    this.city = city;
    this.country = country;
  }
}
