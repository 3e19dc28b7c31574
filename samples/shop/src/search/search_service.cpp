#include "search/search_service.h"

#include "common/log.h"
#include "common/strings.h"
#include "common/trigger.h"
#include "search/tokenizer.h"

namespace shop::search {

namespace {

// One index for the process. Web threads read it while the admin page changes it.
InvertedIndex g_index;

constexpr int kNameWeight = 5;
constexpr int kSkuWeight = 8;
constexpr int kTextWeight = 1;

std::map<std::string, int> weigh(const db::Row& row) {
    std::map<std::string, int> weights;
    for (const std::string& term : tokenize(row.text("name"))) weights[term] += kNameWeight;
    for (const std::string& term : tokenize(row.text("description"))) weights[term] += kTextWeight;
    weights[strings::lower(row.text("sku"))] += kSkuWeight;
    return weights;
}

void store(db::Connection& db, std::int64_t product, const std::map<std::string, int>& weights) {
    db::Statement insert(db,
                         "INSERT INTO search_postings (term, product_id, weight) VALUES (?, ?, ?)");
    for (const auto& weight : weights) {
        insert.bind(weight.first).bind(product).bind(weight.second).execute();
    }
}

}  // namespace

// Started by deploy/k8s/search-reindex-cronjob.yaml.
int reindex(db::Connection& db) {
    db::Transaction transaction(db);
    db.execute("DELETE FROM search_postings");
    int count = 0;
    for (const db::Row& row :
         db.query("SELECT id, sku, name, description FROM products WHERE active = 1 ORDER BY id")) {
        store(db, row.integer("id"), weigh(row));
        ++count;
    }
    transaction.commit();
    return count;
}

void load_index(db::Connection& db) {
    g_index.clear();
    for (const db::Row& row :
         db.query("SELECT term, product_id, weight FROM search_postings ORDER BY id")) {
        g_index.add(row.text("term"), row.integer("product_id"),
                    static_cast<int>(row.integer("weight")));
    }
    log::info("search index with %zu terms", g_index.term_count());
}

TRIGGER("topic source=product-changed")
void product_changed(db::Connection& db, std::int64_t product) {
    db.execute("DELETE FROM search_postings WHERE product_id = ?", {product});
    g_index.remove(product);
    db::Rows rows = db.query(
        "SELECT id, sku, name, description FROM products WHERE id = ? AND active = 1", {product});
    if (rows.empty()) return;
    std::map<std::string, int> weights = weigh(rows.first());
    store(db, product, weights);
    for (const auto& weight : weights) g_index.add(weight.first, product, weight.second);
}

std::vector<Hit> search(const std::string& text, std::size_t limit) {
    std::vector<std::string> terms = tokenize(text);
    terms.push_back(strings::lower(strings::trim(text)));  // article numbers
    return g_index.find(terms, limit);
}

std::vector<std::string> suggest(const std::string& text) {
    std::string prefix = strings::lower(strings::trim(text));
    return prefix.size() < 2 ? std::vector<std::string>() : g_index.terms_with_prefix(prefix, 8);
}

}  // namespace shop::search
