package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.media.Pictures;
import de.nordlicht.shop.search.SearchService;
import de.nordlicht.shop.web.CurrentUser;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogController {

  private final CatalogService catalog;
  private final StockRepository stock;
  private final Pictures pictures;
  private final SearchService search;
  private final CurrentUser users;

  CatalogController(
      CatalogService catalog,
      StockRepository stock,
      Pictures pictures,
      SearchService search,
      CurrentUser users) {
    this.catalog = catalog;
    this.stock = stock;
    this.pictures = pictures;
    this.search = search;
    this.users = users;
  }

  record ProductView(
      Long id, String sku, String name, String price, int available, String cover) {}

  record NewPrice(long cents, @NotBlank String currency) {}

  // @trigger http method=GET path="/categories/{slug}" rps=3 peak_rps=20 latency_ms=150
  @GetMapping("/categories/{slug}")
  List<ProductView> category(@PathVariable String slug) {
    return catalog.inCategory(slug).stream().map(this::view).toList();
  }

  // @trigger http method=GET path="/products/{id}" rps=2 peak_rps=15 latency_ms=150
  @GetMapping("/products/{id}")
  ProductView product(@PathVariable Long id) {
    return view(catalog.find(id));
  }

  // @trigger http method=GET path="/search" rps=1 peak_rps=8 latency_ms=150
  @GetMapping("/search")
  List<ProductView> find(@RequestParam("q") String query) {
    return search.search(query, 20).stream()
        .map(hit -> view(catalog.find(hit.productId())))
        .toList();
  }

  // @trigger http method=PUT path="/admin/products/{id}/price" rps=0.001
  @PutMapping("/admin/products/{id}/price")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePrice(
      @PathVariable Long id,
      @RequestBody NewPrice body,
      @RequestHeader("Authorization") String authorization) {
    String administrator = users.administrator(authorization).getEmail();
    catalog.changePrice(
        catalog.find(id), new Money(body.cents(), body.currency()), administrator);
  }

  private ProductView view(Product product) {
    int available = stock.findById(product.getId()).map(Stock::available).orElse(0);
    return new ProductView(
        product.getId(),
        product.getSku(),
        product.getName(),
        product.getPrice().toString(),
        available,
        pictures.coverOf(product.getId()));
  }
}
