package de.nordlicht.shop.search;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PostingRepository extends JpaRepository<Posting, Long> {

  void deleteByProductId(Long productId);

  /** Products that have most of the words come first, then those that weigh more. */
  @Query(
      """
      SELECT new de.nordlicht.shop.search.Hit(p.productId, SUM(p.weight)) FROM Posting p
      WHERE p.term IN :terms GROUP BY p.productId
      ORDER BY COUNT(DISTINCT p.term) DESC, SUM(p.weight) DESC
      """)
  List<Hit> findHits(Collection<String> terms, Pageable page);
}
