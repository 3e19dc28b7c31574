#include "orders/invoice.h"

#include "accounts/vat.h"
#include "common/strings.h"

namespace shop::orders {

namespace {

// Rounds each line on its own, as the tax office wants it; accounts::vat_contained
// came later and rounds the sum.
Money tax_of(Money gross, std::int64_t basis_points) {
    std::int64_t net = (gross.cents() * 10000 + (10000 + basis_points) / 2) / (10000 + basis_points);
    return Money(gross.cents() - net, gross.currency());
}

std::string format_row(const std::string& text, Money amount) {
    return strings::pad_right(text.substr(0, 44), 46) + strings::pad_left(amount.text(), 14) + "\n";
}

}  // namespace

std::vector<InvoiceLine> invoice_lines(const Order& order) {
    std::vector<InvoiceLine> lines;
    for (const OrderItem& item : order.items) {
        InvoiceLine line;
        line.text = std::to_string(item.quantity) + " x " + item.name;
        line.gross = item.unit * item.quantity;
        line.vat = tax_of(line.gross, accounts::vat_basis_points(order.country, item.vat_class));
        line.net = line.gross - line.vat;
        lines.push_back(line);
    }
    return lines;
}

std::string invoice_text(const Order& order, const std::string& customer) {
    std::string text = "Invoice " + order.number + "\n" + clock::iso_date(order.created_at) + "\n" +
                       customer + "\n\n";
    Money vat, goods;
    for (const InvoiceLine& line : invoice_lines(order)) {
        text += format_row(line.text, line.gross);
        vat += line.vat;
        goods += line.gross;
    }
    Money rest = order.total - goods;
    if (!rest.is_zero()) text += format_row("Shipping and discounts", rest);
    text += format_row("Total", order.total);
    text += format_row("VAT contained", vat);
    return text;
}

}  // namespace shop::orders
