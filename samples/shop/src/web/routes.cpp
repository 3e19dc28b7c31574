#include "web/handlers/handlers.h"

namespace shop::web {

using accounts::Role;

const Route kRoutes[] = {
    {"GET", "/", home_page, Role::customer},
    {"GET", "/category/:slug", category_page, Role::customer},
    {"GET", "/product/:id", product_page, Role::customer},
    {"GET", "/search", search_page, Role::customer},
    {"GET", "/thumbnail", thumbnail_image, Role::customer},
    {"GET", "/cart", cart_page, Role::customer},
    {"POST", "/cart/add", cart_add, Role::customer},
    {"POST", "/cart/change", cart_change, Role::customer},
    {"POST", "/cart/coupon", cart_coupon, Role::customer},
    {"GET", "/checkout", checkout_page, Role::customer},
    {"POST", "/checkout", checkout_submit, Role::customer},
    {"GET", "/account/login", login_page, Role::customer},
    {"POST", "/account/login", login_submit, Role::customer},
    {"POST", "/account/logout", logout, Role::customer},
    {"GET", "/account/register", register_page, Role::customer},
    {"POST", "/account/register", register_submit, Role::customer},
    {"GET", "/account", account_page, Role::customer},
    {"POST", "/account/address", address_add, Role::customer},
    {"GET", "/admin", admin_page, Role::staff},
    {"POST", "/admin/setting", admin_setting, Role::admin},
    {"POST", "/admin/price", admin_price, Role::staff},
    {"POST", "/admin/order/:id/ship", admin_ship, Role::staff},
    {"POST", "/admin/order/:id/refund", admin_refund, Role::staff},
    {"POST", "/admin/product/:id/image", admin_upload, Role::staff},
    {"GET", "/admin/export/orders.csv", admin_export, Role::staff},
    {"POST", "/login", api_login, Role::customer},
    {"GET", "/api/orders", api_orders, Role::customer},
    {"GET", "/api/suggest", api_suggest, Role::customer},
    {"GET", "/api/stock/:id", api_stock, Role::customer},
    {"POST", "/webhooks/payment", payment_webhook, Role::customer},
    {"GET", "/health", health, Role::customer},
};

const int kRouteCount = sizeof kRoutes / sizeof kRoutes[0];

}  // namespace shop::web
