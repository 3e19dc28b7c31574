#include "catalog/catalog_repository.h"

namespace shop::catalog {

namespace {

Product from_row(const db::Row& row) {
    Product product;
    product.id = row.integer("id");
    product.category = row.integer("category_id");
    product.sku = row.text("sku");
    product.name = row.text("name");
    product.description = row.text("description");
    product.price = Money(row.integer("price_cents"), currency_from_code(row.text("currency")));
    product.vat_class = vat_class_from_name(row.text("vat_class"));
    product.active = row.integer("active") != 0;
    product.created_at = row.integer("created_at");
    return product;
}

std::vector<Product> from_rows(const db::Rows& rows) {
    std::vector<Product> products;
    for (const db::Row& row : rows) products.push_back(from_row(row));
    return products;
}

Category category_from_row(const db::Row& row) {
    Category category;
    category.id = row.integer("id");
    category.parent = row.is_null("parent_id") ? 0 : row.integer("parent_id");
    category.name = row.text("name");
    category.slug = row.text("slug");
    return category;
}

}  // namespace

std::optional<Product> CatalogRepository::find(ProductId id) {
    db::Rows rows = db_.query(
        "SELECT id, category_id, sku, name, description, price_cents, currency, vat_class, active, "
        "created_at FROM products WHERE id = ?",
        {id});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

std::optional<Product> CatalogRepository::find_by_sku(const std::string& sku) {
    db::Rows rows = db_.query(
        "SELECT id, category_id, sku, name, description, price_cents, currency, vat_class, active, "
        "created_at FROM products WHERE sku = ?",
        {sku});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

std::vector<Product> CatalogRepository::in_category(CategoryId category) {
    return from_rows(db_.query(
        "SELECT id, category_id, sku, name, description, price_cents, currency, vat_class, active, "
        "created_at FROM products WHERE category_id = ? AND active = 1 ORDER BY name",
        {category}));
}

std::vector<Product> CatalogRepository::newest(int count) {
    std::vector<Product> products = from_rows(db_.query(
        "SELECT id, category_id, sku, name, description, price_cents, currency, vat_class, active, "
        "created_at FROM products WHERE active = 1 ORDER BY created_at DESC, id"));
    if (products.size() > static_cast<std::size_t>(count)) {
        products.resize(static_cast<std::size_t>(count));
    }
    return products;
}

std::vector<Category> CatalogRepository::categories() {
    std::vector<Category> result;
    for (const db::Row& row :
         db_.query("SELECT id, parent_id, name, slug FROM categories ORDER BY name")) {
        result.push_back(category_from_row(row));
    }
    return result;
}

std::optional<Category> CatalogRepository::category_by_slug(const std::string& slug) {
    db::Rows rows =
        db_.query("SELECT id, parent_id, name, slug FROM categories WHERE slug = ?", {slug});
    if (rows.empty()) return std::nullopt;
    return category_from_row(rows.first());
}

ProductId CatalogRepository::insert(const Product& product) {
    return db_.insert(
        "INSERT INTO products (category_id, sku, name, description, price_cents, currency, "
        "vat_class, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)",
        {product.category, product.sku, product.name, product.description, product.price.cents(),
         currency_code(product.price.currency()), vat_class_name(product.vat_class), clock::now()});
}

void CatalogRepository::update_price(const Product& product, Money price, const std::string& by) {
    db::Transaction transaction(db_);
    db_.execute("UPDATE products SET price_cents = ? WHERE id = ?", {price.cents(), product.id});
    db_.execute(
        "INSERT INTO price_changes (product_id, old_cents, new_cents, changed_by, changed_at) "
        "VALUES (?, ?, ?, ?, ?)",
        {product.id, product.price.cents(), price.cents(), by, clock::now()});
    transaction.commit();
}

void CatalogRepository::deactivate(ProductId id) {
    db_.execute("UPDATE products SET active = 0 WHERE id = ?", {id});
}

}  // namespace shop::catalog
