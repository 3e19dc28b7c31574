package de.nordlicht.shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "categories")
public class Category {

  @Id private Long id;
  @ManyToOne private Category parent;
  private String name;
  private String slug;

  protected Category() {}

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
