#include "shop.h"
#include "web/handlers/handlers.h"
#include "web/html.h"

namespace shop::web {

Response home_page(Context& context, const Request&) {
    return Response::html(html::page(
        context, "New in the shop", html::product_list(context, context.app.catalog.front_page())));
}

Response category_page(Context& context, const Request&) {
    std::string slug_text = context.parameters["slug"];
    std::vector<catalog::Product> products = context.app.catalog.category_page(slug_text);
    if (products.empty()) return Response::error(404, "There is no such category.");
    std::string title = context.app.catalog.breadcrumb(products.front().category);
    return Response::html(html::page(context, title, html::product_list(context, products)));
}

Response product_page(Context& context, const Request&) {
    auto product = context.app.catalog.product(context.id());
    if (!product || !product->active) return Response::error(404, "There is no such product.");
    std::int64_t available = catalog::Stock(context.app.db).level(product->id).available();
    std::string id = std::to_string(product->id);
    std::int64_t rate = accounts::vat_basis_points(context.session.country, product->vat_class);
    std::string content = "<p>" + context.app.catalog.breadcrumb(product->category) + "</p>\n<p>" +
                          strings::html_escape(product->description) + "</p>\n<p>" +
                          product->price.text() + ", with " + std::to_string(rate / 100) +
                          " % VAT</p>\n<p id=\"stock\" data-product=\"" + id + "\">" +
                          std::to_string(available) + " in stock</p>\n";
    if (available > 0) {
        content += html::button("/cart/add", "Add to cart", {{"product", id}, {"quantity", "1"}});
    }
    content += "<p>EAN " + context.app.catalog.barcode(product->id) + "</p>";
    return Response::html(html::page(context, product->name, content));
}

Response search_page(Context& context, const Request& request) {
    std::vector<catalog::Product> products;
    for (const search::Hit& hit : search::search(request.field("q"))) {
        if (auto product = context.app.catalog.product(hit.product)) products.push_back(*product);
    }
    return Response::html(html::page(context, "Search: " + request.field("q"),
                                     html::product_list(context, products)));
}

Response thumbnail_image(Context& context, const Request& request) {
    Response response;
    response.type = mime_from_name("thumbnail.ppm");
    response.body = media::thumbnail(context.app.db, request.field("key"), request.field("v"));
    if (response.body.empty()) return Response::error(404, "There is no such picture.");
    response.headers["Cache-Control"] = "max-age=86400";
    return response;
}

}  // namespace shop::web
