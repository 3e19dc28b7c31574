#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace shop::db {

// One cell: NULL, an integer or a text.
class Value {
public:
    enum class Kind { null, integer, text };

    Value() = default;
    Value(std::nullptr_t) {}
    Value(const char* text) : kind_(Kind::text), text_(text) {}
    Value(std::string text) : kind_(Kind::text), text_(std::move(text)) {}
    template <typename T, typename = std::enable_if_t<std::is_integral_v<T>>>
    Value(T number) : kind_(Kind::integer), number_(static_cast<std::int64_t>(number)) {}

    Kind kind() const { return kind_; }
    bool is_null() const { return kind_ == Kind::null; }
    std::int64_t integer() const { return number_; }
    std::string text() const {
        return kind_ == Kind::integer ? std::to_string(number_) : text_;
    }

    // Orders NULL before integers before texts.
    int compare(const Value& other) const {
        if (kind_ != other.kind_) return kind_ < other.kind_ ? -1 : 1;
        if (kind_ == Kind::text) return text_.compare(other.text_);
        return number_ < other.number_ ? -1 : number_ > other.number_ ? 1 : 0;
    }

private:
    Kind kind_ = Kind::null;
    std::int64_t number_ = 0;
    std::string text_;
};

using Values = std::vector<Value>;

}  // namespace shop::db
