#pragma once

#include "payments/provider.h"
#include "payments/provider_client.h"

namespace shop::payments {

class CardProvider : public Provider {
public:
    CardProvider();

    const char* name() const override { return "card"; }
    Result<Authorization> charge(const std::string& purpose, Money amount,
                                 const Means& means) override;
    Result<std::string> refund(const std::string& reference, Money amount) override;

private:
    ProviderClient client_;
};

// Customers pay by bank transfer; accounting enters the receipt by hand.
class TransferProvider : public Provider {
public:
    const char* name() const override { return "transfer"; }
    Result<Authorization> charge(const std::string& purpose, Money amount,
                                 const Means& means) override;
    Result<std::string> refund(const std::string& reference, Money amount) override;
};

// Accepts everything but cards that end in 0002; for development and tests.
class SandboxProvider : public Provider {
public:
    const char* name() const override { return "sandbox"; }
    Result<Authorization> charge(const std::string& purpose, Money amount,
                                 const Means& means) override;
    Result<std::string> refund(const std::string& reference, Money amount) override;
};

}  // namespace shop::payments
