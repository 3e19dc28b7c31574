#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/clock.h"
#include "common/money.h"

namespace shop::catalog {

using ProductId = std::int64_t;
using CategoryId = std::int64_t;

// Decides the VAT rate together with the country of delivery.
enum class VatClass { standard, reduced, zero };

struct Category {
    CategoryId id = 0;
    CategoryId parent = 0;
    std::string name;
    std::string slug;
};

struct Product {
    ProductId id = 0;
    CategoryId category = 0;
    std::string sku;
    std::string name;
    std::string description;
    Money price;
    VatClass vat_class = VatClass::standard;
    bool active = true;
    Timestamp created_at = 0;
};

inline VatClass vat_class_from_name(const std::string& name) {
    if (name == "reduced") return VatClass::reduced;
    if (name == "zero") return VatClass::zero;
    return VatClass::standard;
}

inline const char* vat_class_name(VatClass vat_class) {
    switch (vat_class) {
        case VatClass::reduced: return "reduced";
        case VatClass::zero: return "zero";
        case VatClass::standard: break;
    }
    return "standard";
}

}  // namespace shop::catalog
