#pragma once

#include "db/connection.h"
#include "search/inverted_index.h"

namespace shop::search {

// Rebuilds the table search_postings from the catalogue; returns the number of
// products.
int reindex(db::Connection& db);

// Fills the index of this process from search_postings.
void load_index(db::Connection& db);

// Keeps table and index up to date; subscribed to changes of products.
void product_changed(db::Connection& db, std::int64_t product);

std::vector<Hit> search(const std::string& text, std::size_t limit = 20);
std::vector<std::string> suggest(const std::string& text);

}  // namespace shop::search
