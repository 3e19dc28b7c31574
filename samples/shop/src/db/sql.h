// The part of SQL the shop uses: SELECT with inner joins, conjunctions, grouping
// and ordering; INSERT, UPDATE and DELETE of one table.
#pragma once

#include <string>
#include <vector>

#include "db/engine.h"
#include "db/value.h"

namespace shop::db {

struct Operand {
    enum class Kind { column, literal, parameter };

    Kind kind = Kind::literal;
    std::string qualifier;
    std::string column;
    Value literal;
    int parameter = 0;
};

struct Condition {
    enum class Op { equal, unequal, less, less_equal, greater, greater_equal, like, in, null, not_null };

    Operand left;
    Op op = Op::equal;
    std::vector<Operand> right;
};

struct SelectItem {
    enum class Function { none, count, sum, minimum, maximum };

    Function function = Function::none;
    Operand operand;
    std::string name;
};

struct TableRef {
    std::string table;
    std::string alias;
    std::vector<Condition> on;
};

struct Assignment {
    std::string column;
    Operand value;
    char op = 0;  // '+' or '-' for "column = value op operand"
    Operand operand;
};

struct OrderItem {
    Operand operand;
    bool descending = false;
};

struct Query : Prepared {
    enum class Verb { select, insert, update, remove };

    Verb verb = Verb::select;
    std::vector<TableRef> tables;
    std::vector<SelectItem> items;
    std::vector<Condition> where;
    std::vector<Operand> group_by;
    std::vector<OrderItem> order_by;
    long limit = -1;
    std::vector<std::string> columns;
    std::vector<Operand> values;
    std::vector<Assignment> assignments;
};

Query parse_sql(const std::string& sql);

}  // namespace shop::db
