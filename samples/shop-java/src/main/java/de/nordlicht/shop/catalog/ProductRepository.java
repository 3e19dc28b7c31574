package de.nordlicht.shop.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ProductRepository extends JpaRepository<Product, Long> {

  Optional<Product> findBySku(String sku);

  List<Product> findByActiveTrueOrderById();

  @Query(
      nativeQuery = true,
      value =
          """
          WITH RECURSIVE below AS (
            SELECT id FROM categories WHERE slug = :slug
            UNION ALL
            SELECT c.id FROM categories c JOIN below b ON c.parent_id = b.id
          )
          SELECT p.* FROM products p WHERE p.category_id IN (SELECT id FROM below) AND p.active
          ORDER BY p.name
          """)
  List<Product> findInCategoryAndBelow(String slug);
}
