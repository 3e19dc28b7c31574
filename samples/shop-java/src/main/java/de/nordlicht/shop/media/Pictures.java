package de.nordlicht.shop.media;

import de.nordlicht.shop.common.ShopException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of products, from the form of the administrators to the store. */
@Service
public class Pictures {

  private static final Logger log = LoggerFactory.getLogger(Pictures.class);
  private static final int LARGEST = 20 * 1024 * 1024;

  private final ImageRepository images;
  private final ThumbnailRepository thumbnails;
  private final Thumbnails maker;
  private final DiskStore store;
  private final Clock clock;

  Pictures(
      ImageRepository images,
      ThumbnailRepository thumbnails,
      Thumbnails maker,
      DiskStore store,
      Clock clock) {
    this.images = images;
    this.thumbnails = thumbnails;
    this.maker = maker;
    this.store = store;
    this.clock = clock;
  }

  @Transactional
  public String accept(Long productId, byte[] body) throws IOException {
    if (body.length > LARGEST) {
      throw new ShopException("The picture is larger than " + LARGEST / 1024 / 1024 + " MB.");
    }
    String type = sniff(body);
    CRC32 checksum = new CRC32();
    checksum.update(body);
    String key =
        "products/%d/%08x.%s".formatted(productId, checksum.getValue(), type.substring(6));
    store.put(key, body);
    images.deleteByStorageKey(key);
    images.save(new Image(productId, key, type, body.length, clock.instant()));
    int variants = maker.makeThumbnails(key, body);
    log.info("picture {}, {} bytes, {} thumbnails", key, body.length, variants);
    return key;
  }

  static String sniff(byte[] body) {
    if (body.length > 3 && (body[0] & 0xff) == 0xff && (body[1] & 0xff) == 0xd8) {
      return "image/jpeg";
    }
    if (body.length > 4 && (body[0] & 0xff) == 0x89 && body[1] == 'P' && body[2] == 'N') {
      return "image/png";
    }
    throw new ShopException("This is not a picture.");
  }

  public String coverOf(Long productId) {
    return images
        .findFirstByProductIdOrderById(productId)
        .map(Image::getStorageKey)
        .orElse(null);
  }

  public Optional<byte[]> thumbnail(String key, String variant) {
    return thumbnails.findByImageKeyAndVariant(key, variant).map(Thumbnail::getBody);
  }
}
