package de.nordlicht.shop.search;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "search_postings")
class Posting {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String term;
  private Long productId;
  private int weight;

  protected Posting() {}

  Posting(String term, Long productId, int weight) {
    this.term = term;
    this.productId = productId;
    this.weight = weight;
  }
}
