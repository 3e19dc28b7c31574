#pragma once

#include <string>

#include "payments/payment_service.h"

namespace shop::payments {

// The gateway calls when a payment has been settled or reversed. Returns the HTTP
// status to answer with.
int handle_webhook(PaymentService& payments, const std::string& body, const std::string& signature);

}  // namespace shop::payments
