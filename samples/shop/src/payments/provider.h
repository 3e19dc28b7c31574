#pragma once

#include <memory>
#include <string>

#include "common/money.h"
#include "common/result.h"

namespace shop::payments {

// How the customer wants to pay.
struct Means {
    enum class Kind { card, transfer };

    Kind kind = Kind::card;
    std::string card_number;
    std::string expiry;
};

struct Authorization {
    std::string reference;
    bool settled = false;  // false: a webhook or the bank statement will tell
};

class Provider {
public:
    virtual ~Provider() = default;

    virtual const char* name() const = 0;
    virtual Result<Authorization> charge(const std::string& purpose, Money amount,
                                         const Means& means) = 0;
    virtual Result<std::string> refund(const std::string& reference, Money amount) = 0;
};

// Null for a name nobody has registered.
std::unique_ptr<Provider> make_provider(const std::string& name);

}  // namespace shop::payments
