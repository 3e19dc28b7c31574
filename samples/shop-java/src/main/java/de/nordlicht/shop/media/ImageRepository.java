package de.nordlicht.shop.media;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface ImageRepository extends CrudRepository<Image, Long> {

  void deleteByStorageKey(String storageKey);

  Optional<Image> findFirstByProductIdOrderById(Long productId);
}
