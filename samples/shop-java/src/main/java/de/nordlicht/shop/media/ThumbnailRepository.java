package de.nordlicht.shop.media;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface ThumbnailRepository extends CrudRepository<Thumbnail, Long> {

  void deleteByImageKey(String imageKey);

  Optional<Thumbnail> findByImageKeyAndVariant(String imageKey, String variant);
}
