#pragma once

#include <string>
#include <vector>

#include "cart/cart.h"
#include "web/router.h"

namespace shop::web::html {

std::string page(Context& context, const std::string& title, const std::string& content);
std::string product_list(Context& context, const std::vector<catalog::Product>& products);
std::string cart_table(const cart::Cart& cart, const cart::Totals& totals);
std::string table_row(const std::vector<std::string>& cells);

// A form with one button; `fields` become hidden inputs.
std::string button(const std::string& action, const std::string& label,
                   const strings::Fields& fields = {});
std::string input(const std::string& name, const std::string& label, const char* type = "text");

}  // namespace shop::web::html
