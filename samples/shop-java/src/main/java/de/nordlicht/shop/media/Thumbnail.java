package de.nordlicht.shop.media;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "thumbnails")
class Thumbnail {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String imageKey;
  private String variant;
  private int width;
  private int height;
  private byte[] body;

  protected Thumbnail() {}

  Thumbnail(String imageKey, String variant, int width, int height, byte[] body) {
    this.imageKey = imageKey;
    this.variant = variant;
    this.width = width;
    this.height = height;
    this.body = body;
  }

  byte[] getBody() {
    return body;
  }
}
