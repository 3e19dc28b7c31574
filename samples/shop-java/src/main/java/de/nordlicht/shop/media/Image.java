package de.nordlicht.shop.media;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A picture of a product as it was uploaded; the bytes are in the store. */
@Entity
@Table(name = "images")
class Image {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long productId;
  private String storageKey;
  private String contentType;
  private long size;
  private Instant createdAt;

  protected Image() {}

  Image(Long productId, String storageKey, String contentType, long size, Instant createdAt) {
    this.productId = productId;
    this.storageKey = storageKey;
    this.contentType = contentType;
    this.size = size;
    this.createdAt = createdAt;
  }

  String getStorageKey() {
    return storageKey;
  }
}
