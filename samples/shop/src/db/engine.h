#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/value.h"

namespace shop::db {

struct Outcome {
    std::vector<std::string> columns;
    std::vector<Values> rows;
    std::int64_t changed = 0;
    std::int64_t last_id = 0;
};

struct SqlError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What prepare() keeps between runs; each engine derives its own.
struct Prepared {
    virtual ~Prepared() = default;
};

class Engine {
public:
    virtual ~Engine() = default;

    virtual std::shared_ptr<const Prepared> prepare(const std::string& sql) = 0;
    virtual Outcome run(const Prepared& prepared, const Values& parameters) = 0;

    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() = 0;
};

}  // namespace shop::db
