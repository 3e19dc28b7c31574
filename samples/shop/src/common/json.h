#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace shop {

// Enough JSON for our own endpoints and the payment provider: no floating point,
// amounts travel in minor units.
class Json {
public:
    enum class Kind { null, boolean, number, string, array, object };

    Json() = default;
    Json(bool value) : kind_(Kind::boolean), number_(value) {}
    Json(int value) : kind_(Kind::number), number_(value) {}
    Json(std::int64_t value) : kind_(Kind::number), number_(value) {}
    Json(const char* value) : kind_(Kind::string), text_(value) {}
    Json(std::string value) : kind_(Kind::string), text_(std::move(value)) {}

    static Json array();
    static Json object();
    static Json object(std::initializer_list<std::pair<const char*, Json>> members);

    // Throws std::invalid_argument with the offset of the first error.
    static Json parse(const std::string& text);

    Kind kind() const { return kind_; }
    bool is_null() const { return kind_ == Kind::null; }
    bool has(const std::string& key) const { return members_.count(key) > 0; }

    // A missing member reads as null, a null as 0 and "".
    const Json& operator[](const std::string& key) const;
    Json& set(const std::string& key, Json value);
    void push(Json value);

    const std::vector<Json>& items() const { return items_; }
    const std::string& text() const { return text_; }
    std::int64_t number() const { return number_; }
    bool truth() const { return number_ != 0; }

    std::string dump() const;

private:
    void write(std::string& out) const;

    Kind kind_ = Kind::null;
    std::int64_t number_ = 0;
    std::string text_;
    std::vector<Json> items_;
    std::map<std::string, Json> members_;
};

}  // namespace shop
