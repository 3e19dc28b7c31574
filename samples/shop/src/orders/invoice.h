#pragma once

#include <string>

#include "orders/order.h"

namespace shop::orders {

struct InvoiceLine {
    std::string text;
    Money gross;
    Money net;
    Money vat;
};

std::vector<InvoiceLine> invoice_lines(const Order& order);
std::string invoice_text(const Order& order, const std::string& customer);

}  // namespace shop::orders
