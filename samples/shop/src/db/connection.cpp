#include "db/connection.h"

namespace shop::db {

const Value& Row::at(const char* column) const {
    for (std::size_t i = 0; i < columns_->size(); ++i) {
        if ((*columns_)[i] == column) return (*values_)[i];
    }
    throw SqlError(std::string("no column '") + column + "' in the result");
}

Rows Connection::query(const char* sql, const Values& parameters) {
    return Rows(engine_->run(*engine_->prepare(sql), parameters));
}

std::int64_t Connection::execute(const char* sql, const Values& parameters) {
    return engine_->run(*engine_->prepare(sql), parameters).changed;
}

std::int64_t Connection::insert(const char* sql, const Values& parameters) {
    return engine_->run(*engine_->prepare(sql), parameters).last_id;
}

Statement::Statement(Connection& connection, const char* sql)
    : connection_(connection), prepared_(connection.engine().prepare(sql)) {}

Statement& Statement::bind(const Value& value) {
    parameters_.push_back(value);
    return *this;
}

std::int64_t Statement::execute() {
    Values parameters;
    parameters.swap(parameters_);
    return connection_.engine().run(*prepared_, parameters).changed;
}

Rows Statement::query() {
    Values parameters;
    parameters.swap(parameters_);
    return Rows(connection_.engine().run(*prepared_, parameters));
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
    connection_.engine().begin();
}

Transaction::~Transaction() {
    if (open_) connection_.engine().rollback();
}

void Transaction::commit() {
    connection_.engine().commit();
    open_ = false;
}

}  // namespace shop::db
