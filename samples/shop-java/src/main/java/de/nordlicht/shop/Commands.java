package de.nordlicht.shop;

import de.nordlicht.shop.catalog.PriceFileImport;
import de.nordlicht.shop.search.SearchService;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Commands for the operators: {@code java -jar shop.jar --spring.profiles.active=command reindex}. */
@Component
@Profile("command")
class Commands implements CommandLineRunner {

  private final ApplicationContext context;
  private final SearchService search;
  private final PriceFileImport prices;

  Commands(ApplicationContext context, SearchService search, PriceFileImport prices) {
    this.context = context;
    this.search = search;
    this.prices = prices;
  }

  @Override
  public void run(String... arguments) throws IOException {
    String command = arguments.length > 0 ? arguments[0] : "";
    switch (command) {
      case "reindex" -> System.out.printf("%d products%n", search.reindex());
      case "import-prices" -> System.out.println(prices.read(Path.of(arguments[1])));
      default -> throw new IllegalArgumentException("no command called '" + command + "'");
    }
    System.exit(SpringApplication.exit(context));
  }
}
