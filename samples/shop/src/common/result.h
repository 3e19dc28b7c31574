#pragma once

#include <string>
#include <utility>
#include <variant>

namespace shop {

struct Failure {
    std::string reason;
};

// A value or the reason why there is none. Newer code returns this; older code
// throws or returns an empty optional.
template <typename T>
class Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Failure failure) : content_(std::move(failure)) {}

    bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }

    const T& value() const { return std::get<T>(content_); }
    T& value() { return std::get<T>(content_); }
    const T* operator->() const { return &value(); }
    const std::string& reason() const { return std::get<Failure>(content_).reason; }

    template <typename F>
    auto map(F transform) const -> Result<decltype(transform(std::declval<const T&>()))> {
        if (!ok()) return Failure{reason()};
        return transform(value());
    }

private:
    std::variant<T, Failure> content_;
};

}  // namespace shop
