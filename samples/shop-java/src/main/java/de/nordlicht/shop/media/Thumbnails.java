package de.nordlicht.shop.media;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Small versions of uploaded pictures. */
@Component
class Thumbnails {

  enum Variant {
    CART(64, true),
    LIST(160, true),
    PAGE(480, false);

    final int edge;
    final boolean square;

    Variant(int edge, boolean square) {
      this.edge = edge;
      this.square = square;
    }
  }

  private final ThumbnailRepository thumbnails;

  Thumbnails(ThumbnailRepository thumbnails) {
    this.thumbnails = thumbnails;
  }

  // @trigger storage source="s3://uploads" filter="*.jpg" timeout=30s memory=512MB
  //     rps=0.2 duration_ms=800
  @Transactional
  public int makeThumbnails(String key, byte[] bytes) throws IOException {
    BufferedImage original = ImageIO.read(new ByteArrayInputStream(bytes));
    if (original == null) {
      return 0;
    }
    thumbnails.deleteByImageKey(key);
    for (Variant variant : Variant.values()) {
      BufferedImage small =
          scaled(variant.square ? square(original) : original, variant.edge);
      String name = variant.name().toLowerCase();
      thumbnails.save(
          new Thumbnail(key, name, small.getWidth(), small.getHeight(), encode(small)));
    }
    return Variant.values().length;
  }

  static BufferedImage square(BufferedImage image) {
    int edge = Math.min(image.getWidth(), image.getHeight());
    return image.getSubimage(
        (image.getWidth() - edge) / 2, (image.getHeight() - edge) / 2, edge, edge);
  }

  static BufferedImage scaled(BufferedImage image, int edge) {
    double factor = (double) edge / Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * Math.min(1, factor)));
    int height = Math.max(1, (int) Math.round(image.getHeight() * Math.min(1, factor)));
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", body);
    return body.toByteArray();
  }
}
