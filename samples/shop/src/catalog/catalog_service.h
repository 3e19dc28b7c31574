#pragma once

#include "catalog/catalog_repository.h"
#include "common/lru_cache.h"
#include "common/result.h"

namespace shop::catalog {

// Told about every product that was added, changed or taken off the shelf.
using ProductListener = void (*)(db::Connection& db, ProductId product);

void subscribe(ProductListener listener);

class CatalogService {
public:
    explicit CatalogService(db::Connection& db) : db_(db), repository_(db), cache_(500) {}

    std::optional<Product> product(ProductId id);
    std::vector<Product> category_page(const std::string& slug);
    std::vector<Product> front_page() { return repository_.newest(12); }
    std::vector<Category> categories() { return repository_.categories(); }
    std::string breadcrumb(CategoryId category);

    Result<ProductId> add(const Product& product);
    Result<Money> change_price(ProductId id, Money price, const std::string& by);
    void deactivate(ProductId id);

    // EAN-13 of the shop's own number range, for the label printer.
    std::string barcode(ProductId id) const;

private:
    void changed(ProductId id);

    db::Connection& db_;
    CatalogRepository repository_;
    LruCache<ProductId, Product> cache_;
};

}  // namespace shop::catalog
