#pragma once

#include <vector>

namespace shop::db {

struct TableInfo {
    const char* name;
    std::vector<const char*> columns;
};

extern const TableInfo kTables[];
extern const int kTableCount;

}  // namespace shop::db
