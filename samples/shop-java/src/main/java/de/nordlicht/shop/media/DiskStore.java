package de.nordlicht.shop.media;

import de.nordlicht.shop.common.ShopSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;

/** Where uploads are kept. */
@Component
class DiskStore {

  private final Path folder;

  DiskStore(ShopSettings settings) {
    this.folder = settings.getUploadFolder().toAbsolutePath().normalize();
  }

  void put(String key, byte[] body) {
    Path path = folder.resolve(key).normalize();
    if (!path.startsWith(folder)) {
      throw new IllegalArgumentException(key + " leads out of the store");
    }
    try {
      Files.createDirectories(path.getParent());
      Path part = Files.write(path.resolveSibling(path.getFileName() + ".part"), body);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
