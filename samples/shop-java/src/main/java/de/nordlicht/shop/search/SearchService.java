package de.nordlicht.shop.search;

import de.nordlicht.shop.catalog.Product;
import de.nordlicht.shop.catalog.ProductChanged;
import de.nordlicht.shop.catalog.ProductRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Search over an inverted index that lies in a table. */
@Service
@Transactional
public class SearchService {

  private static final Logger log = LoggerFactory.getLogger(SearchService.class);

  private static final int NAME_WEIGHT = 5;
  private static final int SKU_WEIGHT = 8;
  private static final int TEXT_WEIGHT = 1;

  private final PostingRepository postings;
  private final ProductRepository products;

  public SearchService(PostingRepository postings, ProductRepository products) {
    this.postings = postings;
    this.products = products;
  }

  /** Started by deploy/k8s/search-reindex-cronjob.yaml. */
  public int reindex() {
    postings.deleteAllInBatch();
    List<Product> active = products.findByActiveTrueOrderById();
    active.forEach(this::store);
    log.info("{} products in the index", active.size());
    return active.size();
  }

  // @trigger topic source=product-changed
  @EventListener
  public void productChanged(ProductChanged event) {
    postings.deleteByProductId(event.productId());
    products.findById(event.productId()).filter(Product::isActive).ifPresent(this::store);
  }

  @Transactional(readOnly = true)
  public List<Hit> search(String query, int limit) {
    Set<String> terms = new HashSet<>(Tokenizer.tokenize(query));
    terms.add(Tokenizer.fold(query.strip()));
    return postings.findHits(terms, PageRequest.of(0, limit));
  }

  private void store(Product product) {
    Map<String, Integer> weights = new TreeMap<>();
    Tokenizer.tokenize(product.getName())
        .forEach(term -> weights.merge(term, NAME_WEIGHT, Integer::sum));
    Tokenizer.tokenize(product.getDescription())
        .forEach(term -> weights.merge(term, TEXT_WEIGHT, Integer::sum));
    weights.merge(Tokenizer.fold(product.getSku()), SKU_WEIGHT, Integer::sum);
    weights.forEach((term, weight) -> postings.save(new Posting(term, product.getId(), weight)));
  }
}
