#pragma once

#include <map>
#include <mutex>

#include "db/engine.h"
#include "db/sql.h"

namespace shop::db {

// Keeps all tables in memory. Stands in for the real server in development, in
// the tests and on the demo machines.
class MemoryEngine : public Engine {
public:
    MemoryEngine();

    std::shared_ptr<const Prepared> prepare(const std::string& sql) override;
    Outcome run(const Prepared& prepared, const Values& parameters) override;

    // Transactions hold the lock until they end: one at a time.
    void begin() override;
    void commit() override;
    void rollback() override;

private:
    struct Table {
        std::vector<std::string> columns;
        std::vector<Values> rows;
        std::int64_t next_id = 1;

        int column(const std::string& name) const;
    };
    using Tables = std::map<std::string, Table>;

    // The rows a condition or an expression can see, one for each table.
    struct Scope {
        std::vector<const TableRef*> refs;
        std::vector<const Table*> tables;
        std::vector<const Values*> rows;
    };
    using Match = std::vector<const Values*>;

    Table& table(const std::string& name);
    static const Value& evaluate(const Operand& operand, const Scope& scope, const Values& parameters);
    static bool holds(const Condition& condition, const Scope& scope, const Values& parameters);
    static bool all_hold(const std::vector<Condition>& conditions, const Scope& scope,
                         const Values& parameters);

    Outcome select(const Query& query, const Values& parameters);
    void join(const Query& query, const Values& parameters, Scope& scope, std::vector<Match>& matches);
    static Values project(const Query& query, const std::vector<Match>& group, Scope& scope,
                          const Values& parameters);
    Outcome insert(const Query& query, const Values& parameters);
    Outcome update(const Query& query, const Values& parameters);
    Outcome remove(const Query& query, const Values& parameters);

    std::recursive_mutex mutex_;
    Tables tables_;
    std::vector<Tables> saved_;
};

}  // namespace shop::db
