#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "db/engine.h"
#include "db/value.h"

namespace shop::db {

// One row of a result; columns are named as in the SELECT list (alias first).
class Row {
public:
    Row(const std::vector<std::string>* columns, const Values* values)
        : columns_(columns), values_(values) {}

    std::int64_t integer(const char* column) const { return at(column).integer(); }
    std::string text(const char* column) const { return at(column).text(); }
    bool is_null(const char* column) const { return at(column).is_null(); }
    const Value& at(const char* column) const;

private:
    const std::vector<std::string>* columns_;
    const Values* values_;
};

class Rows {
public:
    explicit Rows(Outcome outcome) : outcome_(std::move(outcome)) {}

    bool empty() const { return outcome_.rows.empty(); }
    std::size_t size() const { return outcome_.rows.size(); }
    Row operator[](std::size_t index) const { return Row(&outcome_.columns, &outcome_.rows[index]); }
    Row first() const { return (*this)[0]; }

    class Iterator {
    public:
        Iterator(const Rows* rows, std::size_t index) : rows_(rows), index_(index) {}
        Row operator*() const { return (*rows_)[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return index_ != other.index_; }

    private:
        const Rows* rows_;
        std::size_t index_;
    };
    Iterator begin() const { return Iterator(this, 0); }
    Iterator end() const { return Iterator(this, size()); }

private:
    Outcome outcome_;
};

class Connection {
public:
    explicit Connection(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {}

    Rows query(const char* sql, const Values& parameters = {});

    // The number of rows changed.
    std::int64_t execute(const char* sql, const Values& parameters = {});

    // Runs an INSERT and returns the id of the new row.
    std::int64_t insert(const char* sql, const Values& parameters = {});

    Engine& engine() { return *engine_; }

private:
    std::shared_ptr<Engine> engine_;
};

// A statement that is parsed once and run often.
class Statement {
public:
    Statement(Connection& connection, const char* sql);

    Statement& bind(const Value& value);
    std::int64_t execute();
    Rows query();

private:
    Connection& connection_;
    std::shared_ptr<const Prepared> prepared_;
    Values parameters_;
};

// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace shop::db
