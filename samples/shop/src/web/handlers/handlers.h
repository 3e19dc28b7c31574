// Every page and endpoint; web/routes.cpp binds them to paths.
#pragma once

#include "web/router.h"

namespace shop::web {

#define SHOP_HANDLER(name) Response name(Context& context, const Request& request)

// catalog_pages.cpp
SHOP_HANDLER(home_page);
SHOP_HANDLER(category_page);
SHOP_HANDLER(product_page);
SHOP_HANDLER(search_page);
SHOP_HANDLER(thumbnail_image);

// cart_pages.cpp
SHOP_HANDLER(cart_page);
SHOP_HANDLER(cart_add);
SHOP_HANDLER(cart_change);
SHOP_HANDLER(cart_coupon);
SHOP_HANDLER(checkout_page);
SHOP_HANDLER(checkout_submit);

// account_pages.cpp
SHOP_HANDLER(login_page);
SHOP_HANDLER(login_submit);
SHOP_HANDLER(logout);
SHOP_HANDLER(register_page);
SHOP_HANDLER(register_submit);
SHOP_HANDLER(account_page);
SHOP_HANDLER(address_add);

// admin_pages.cpp
SHOP_HANDLER(admin_page);
SHOP_HANDLER(admin_setting);
SHOP_HANDLER(admin_price);
SHOP_HANDLER(admin_ship);
SHOP_HANDLER(admin_refund);
SHOP_HANDLER(admin_upload);
SHOP_HANDLER(admin_export);

// api.cpp
SHOP_HANDLER(api_login);
SHOP_HANDLER(api_orders);
SHOP_HANDLER(api_suggest);
SHOP_HANDLER(api_stock);
SHOP_HANDLER(payment_webhook);
SHOP_HANDLER(health);

#undef SHOP_HANDLER

}  // namespace shop::web
