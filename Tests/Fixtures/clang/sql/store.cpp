#include "store.h"
void execute(const char*);
const char* const fixed = "\n  select * from fixed";  // want: table read fixed in -
void load() {
  execute("SELECT a " "FROM " "customers");  // want: table read customers in load
  execute(FIND_ORDERS);  // want: table read orders in load
  execute(R"sql(
    INSERT INTO invoices VALUES (1))sql");
  execute(u8"update \"stock\" set n = 1");  // want: table write stock in load
  execute("selection of FROM nothing");
  execute("hello FROM world");
}
// want: table write invoices in load
// want: !table read nothing in load
// want: !table read world in load
