#pragma once

#include <string>

#include "catalog/product.h"
#include "common/money.h"

namespace shop::accounts {

// VAT of a product class in the country of delivery, in basis points. Written
// for the address form, which shows it beside the country; everyone else found
// it here later.
std::int64_t vat_basis_points(const std::string& country, catalog::VatClass vat_class);

// The tax contained in a gross amount.
Money vat_contained(Money gross, std::int64_t basis_points);

bool country_supported(const std::string& country);

}  // namespace shop::accounts
