#pragma once

#include "catalog/product.h"
#include "db/connection.h"

namespace shop::catalog {

struct StockLevel {
    ProductId product = 0;
    std::int64_t on_hand = 0;
    std::int64_t reserved = 0;

    std::int64_t available() const { return on_hand - reserved; }
};

class Stock {
public:
    explicit Stock(db::Connection& db) : db_(db) {}

    StockLevel level(ProductId product);

    // False if fewer than `quantity` pieces are available.
    bool reserve(ProductId product, std::int64_t quantity);
    void release(ProductId product, std::int64_t quantity);

    // Reserved pieces have left the house.
    void ship(ProductId product, std::int64_t quantity);
    void receive(ProductId product, std::int64_t quantity);

private:
    void record(ProductId product, std::int64_t quantity, const char* reason);

    db::Connection& db_;
};

}  // namespace shop::catalog
