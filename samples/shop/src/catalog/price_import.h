#pragma once

#include <string>

#include "catalog/catalog_service.h"

namespace shop::catalog {

struct ImportSummary {
    int changed = 0;
    int unknown = 0;
    int refused = 0;
    int skipped = 0;
};

// Reads the wholesaler's weekly price file; throws std::runtime_error if it cannot
// be opened.
ImportSummary import_prices(db::Connection& db, CatalogService& catalog, const std::string& path);

}  // namespace shop::catalog
