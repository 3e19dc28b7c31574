#include "catalog/catalog_service.h"

#include "common/log.h"
#include "legacy/barcode.h"

namespace shop::catalog {

namespace {

std::vector<ProductListener> g_listeners;

}  // namespace

void subscribe(ProductListener listener) { g_listeners.push_back(listener); }

std::optional<Product> CatalogService::product(ProductId id) {
    if (auto cached = cache_.get(id)) return cached;
    auto found = repository_.find(id);
    if (found) cache_.put(id, *found);
    return found;
}

std::vector<Product> CatalogService::category_page(const std::string& slug) {
    auto category = repository_.category_by_slug(slug);
    if (!category) return {};
    std::vector<Product> products = repository_.in_category(category->id);
    for (const Category& child : repository_.categories()) {
        if (child.parent != category->id) continue;
        for (Product& product : repository_.in_category(child.id)) {
            products.push_back(std::move(product));
        }
    }
    return products;
}

std::string CatalogService::breadcrumb(CategoryId id) {
    std::string path;
    std::vector<Category> all = repository_.categories();
    for (int depth = 0; id != 0 && depth < 8; ++depth) {
        CategoryId parent = 0;
        for (const Category& category : all) {
            if (category.id != id) continue;
            path = path.empty() ? category.name : category.name + " / " + path;
            parent = category.parent;
        }
        id = parent;
    }
    return path;
}

Result<ProductId> CatalogService::add(const Product& product) {
    if (product.name.empty()) return Failure{"a product needs a name"};
    if (product.price.cents() <= 0) return Failure{"a product needs a price"};
    if (repository_.find_by_sku(product.sku)) return Failure{"article number is taken"};
    ProductId id = repository_.insert(product);
    changed(id);
    return id;
}

Result<Money> CatalogService::change_price(ProductId id, Money price, const std::string& by) {
    auto current = repository_.find(id);
    if (!current) return Failure{"no such product"};
    if (price.cents() <= 0) return Failure{"the price must be positive"};
    if (price == current->price) return price;
    // A typing error once sold tents for 3.99; ask for a second step instead.
    if (price.cents() * 10 < current->price.cents()) return Failure{"the price drops by 90 %"};
    repository_.update_price(*current, price, by);
    changed(id);
    return price;
}

void CatalogService::deactivate(ProductId id) {
    repository_.deactivate(id);
    changed(id);
}

std::string CatalogService::barcode(ProductId id) const {
    char code[EAN13_LENGTH + 1];
    if (ean13_from_product(static_cast<unsigned long>(id), code) != EAN_OK) {
        log::warning("no barcode for product %ld: %s", static_cast<long>(id), ean13_last_error());
        return "";
    }
    return code;
}

void CatalogService::changed(ProductId id) {
    cache_.remove(id);
    for (ProductListener listener : g_listeners) listener(db_, id);
}

}  // namespace shop::catalog
