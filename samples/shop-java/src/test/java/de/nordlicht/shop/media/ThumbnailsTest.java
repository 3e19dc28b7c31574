package de.nordlicht.shop.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.nordlicht.shop.common.ShopException;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

  private static BufferedImage image(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void shrinkButDoNotGrow() {
    BufferedImage small = Thumbnails.scaled(image(600, 400), 480);
    assertEquals(480, small.getWidth());
    assertEquals(320, small.getHeight());
    assertEquals(50, Thumbnails.scaled(image(50, 40), 480).getWidth());
    assertEquals(400, Thumbnails.square(image(600, 400)).getWidth());
  }

  @Test
  void onlyPicturesAreTaken() {
    assertEquals("image/png", Pictures.sniff(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}));
    assertThrows(ShopException.class, () -> Pictures.sniff("GIF89a".getBytes()));
  }
}
