#include "catalog/price_import.h"

#include <cstdio>
#include <stdexcept>

#include "common/log.h"
#include "legacy/pricefile.h"

namespace shop::catalog {

namespace {

struct Import {
    CatalogRepository repository;
    CatalogService& catalog;
    ImportSummary summary;
};

int take_record(const price_record* record, void* context) {
    Import& import = *static_cast<Import*>(context);
    auto product = import.repository.find_by_sku(record->article);
    if (!product) {
        ++import.summary.unknown;
        return 0;
    }
    Money price(record->cents, currency_from_code(record->currency));
    auto result = import.catalog.change_price(product->id, price, "price file");
    if (result) {
        ++import.summary.changed;
    } else {
        log::warning("price of %s refused: %s", record->article, result.reason().c_str());
        ++import.summary.refused;
    }
    return 0;
}

}  // namespace

// @trigger cli name=import-prices
ImportSummary import_prices(db::Connection& db, CatalogService& catalog, const std::string& path) {
    FILE* file = std::fopen(path.c_str(), "r");
    if (file == nullptr) throw std::runtime_error("cannot open " + path);
    Import import{CatalogRepository(db), catalog, {}};
    price_file_stats stats{};
    price_read_stream(file, take_record, &import, &stats);
    std::fclose(file);
    import.summary.skipped = stats.skipped;
    return import.summary;
}

}  // namespace shop::catalog
