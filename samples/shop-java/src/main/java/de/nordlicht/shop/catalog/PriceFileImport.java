package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The price file of the wholesaler: fixed columns, Latin-1, one article a line. */
@Component
public class PriceFileImport {

  private static final Logger log = LoggerFactory.getLogger(PriceFileImport.class);

  private final ProductRepository products;
  private final CatalogService catalog;

  public PriceFileImport(ProductRepository products, CatalogService catalog) {
    this.products = products;
    this.catalog = catalog;
  }

  public record Summary(int changed, int unknown, int refused, int skipped) {
    Summary plus(Summary other) {
      return new Summary(
          changed + other.changed,
          unknown + other.unknown,
          refused + other.refused,
          skipped + other.skipped);
    }
  }

  private static final Summary NOTHING = new Summary(0, 0, 0, 0);
  private static final Summary CHANGED = new Summary(1, 0, 0, 0);
  private static final Summary UNKNOWN = new Summary(0, 1, 0, 0);
  private static final Summary REFUSED = new Summary(0, 0, 1, 0);
  private static final Summary SKIPPED = new Summary(0, 0, 0, 1);

  // Mondays, when the wholesaler has sent its file; see deploy/crontab.
  // @trigger cli name=import-prices
  public Summary read(Path file) throws IOException {
    Summary summary = NOTHING;
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        summary = summary.plus(take(line));
      }
    }
    return summary;
  }

  private Summary take(String line) {
    Money price;
    try {
      price = new Money(Long.parseLong(line.substring(12, 21)), line.substring(21, 24));
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return SKIPPED;
    }
    Optional<Product> product = products.findBySku(line.substring(0, 12).strip());
    if (product.isEmpty()) {
      return UNKNOWN;
    }
    try {
      catalog.changePrice(product.get(), price, "price file");
      return CHANGED;
    } catch (ShopException refusal) {
      log.warn("price refused: {}", refusal.getMessage());
      return REFUSED;
    }
  }
}
