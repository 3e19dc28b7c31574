#include "web/html.h"

#include "shop.h"

namespace shop::web::html {

namespace {

using strings::html_escape;

std::string navigation(Context& context) {
    std::string links = "<a href=\"/\">Home</a>";
    for (const catalog::Category& category : context.app.catalog.categories()) {
        if (category.parent != 0) continue;
        links += " | <a href=\"/category/" + category.slug + "\">" + html_escape(category.name) + "</a>";
    }
    links += " | <a href=\"/cart\">Cart</a> | ";
    auto user = context.user();
    links += user ? "<a href=\"/account\">" + html_escape(user->name) + "</a>"
                  : "<a href=\"/account/login\">Sign in</a>";
    return "<nav>" + links +
           "<form action=\"/search\"><input name=\"q\"><button>Search</button></form></nav>\n";
}

std::string notice(Session& session) {
    if (session.notice.empty()) return "";
    std::string text = "<p class=\"notice\">" + html_escape(session.notice) + "</p>\n";
    session.notice.clear();
    return text;
}

}  // namespace

std::string page(Context& context, const std::string& title, const std::string& content) {
    std::string shop = html_escape(Config::instance().get("shop.name"));
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" +
           html_escape(title) + " - " + shop + "</title></head>\n<body>\n<h1>" + shop + "</h1>\n" +
           navigation(context) + notice(context.session) + "<h2>" + html_escape(title) + "</h2>\n" +
           content + "\n</body>\n</html>\n";
}

std::string product_list(Context& context, const std::vector<catalog::Product>& products) {
    if (products.empty()) return "<p>Nothing found.</p>";
    std::string list = "<ul>\n";
    for (const catalog::Product& product : products) {
        std::string key = media::cover_key(context.app.db, product.id);
        std::string picture =
            key.empty() ? "" : "<img src=\"/thumbnail?v=list&amp;key=" + strings::url_encode(key) + "\"> ";
        list += "<li>" + picture + "<a href=\"/product/" + std::to_string(product.id) + "\">" +
                html_escape(product.name) + "</a> " + product.price.text() + "</li>\n";
    }
    return list + "</ul>";
}

std::string table_row(const std::vector<std::string>& cells) {
    std::string row = "<tr>";
    for (const std::string& cell : cells) row += "<td>" + html_escape(cell) + "</td>";
    return row + "</tr>\n";
}

std::string cart_table(const cart::Cart& cart, const cart::Totals& totals) {
    std::string rows;
    for (const cart::CartLine& line : cart.lines) {
        rows += table_row({std::to_string(line.quantity), line.product.name, line.total.text()});
    }
    if (!totals.discount.is_zero()) rows += table_row({"", "Coupon", "-" + totals.discount.text()});
    rows += table_row({"", "Shipping", totals.shipping.text()});
    rows += table_row({"", "Total", totals.payable.text()});
    rows += table_row({"", "VAT contained", totals.vat.text()});
    return "<table>\n" + rows + "</table>\n";
}

std::string button(const std::string& action, const std::string& label,
                   const strings::Fields& fields) {
    std::string form = "<form method=\"post\" action=\"" + html_escape(action) + "\">";
    for (const auto& field : fields) {
        form += "<input type=\"hidden\" name=\"" + field.first + "\" value=\"" +
                html_escape(field.second) + "\">";
    }
    return form + "<button>" + html_escape(label) + "</button></form>\n";
}

std::string input(const std::string& name, const std::string& label, const char* type) {
    return "<label>" + html_escape(label) + " <input type=\"" + type + "\" name=\"" + name +
           "\"></label><br>\n";
}

}  // namespace shop::web::html
