#pragma once

#include "catalog/product.h"
#include "db/connection.h"

namespace shop::catalog {

class CatalogRepository {
public:
    explicit CatalogRepository(db::Connection& db) : db_(db) {}

    std::optional<Product> find(ProductId id);
    std::optional<Product> find_by_sku(const std::string& sku);
    std::vector<Product> in_category(CategoryId category);
    std::vector<Product> newest(int count);

    std::vector<Category> categories();
    std::optional<Category> category_by_slug(const std::string& slug);

    ProductId insert(const Product& product);
    void update_price(const Product& product, Money price, const std::string& by);
    void deactivate(ProductId id);

private:
    db::Connection& db_;
};

}  // namespace shop::catalog
