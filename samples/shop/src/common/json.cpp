#include "common/json.h"

#include <cctype>
#include <cstdio>
#include <stdexcept>

namespace shop {

namespace {

class Parser {
public:
    explicit Parser(const std::string& text) : text_(text) {}

    Json document() {
        Json value = parse_value(0);
        skip_space();
        if (at_ != text_.size()) fail("text after the value");
        return value;
    }

private:
    static constexpr int kMaxDepth = 64;

    [[noreturn]] void fail(const char* what) const {
        throw std::invalid_argument(std::string("json: ") + what + " at offset " +
                                    std::to_string(at_));
    }

    void skip_space() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }

    bool accept(char c) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool accept_word(const char* word) {
        std::size_t length = std::string(word).size();
        if (text_.compare(at_, length, word) != 0) return false;
        at_ += length;
        return true;
    }

    Json parse_value(int depth) {
        if (depth > kMaxDepth) fail("nested too deeply");
        skip_space();
        if (at_ >= text_.size()) fail("value expected");
        char c = text_[at_];
        if (c == '{') return parse_object(depth);
        if (c == '[') return parse_array(depth);
        if (c == '"') return parse_string();
        if (accept_word("true")) return Json(true);
        if (accept_word("false")) return Json(false);
        if (accept_word("null")) return Json();
        return parse_number();
    }

    Json parse_object(int depth) {
        Json object = Json::object();
        ++at_;
        if (accept('}')) return object;
        do {
            skip_space();
            if (at_ >= text_.size() || text_[at_] != '"') fail("member name expected");
            std::string key = parse_string();
            if (!accept(':')) fail("':' expected");
            object.set(key, parse_value(depth + 1));
        } while (accept(','));
        if (!accept('}')) fail("'}' expected");
        return object;
    }

    Json parse_array(int depth) {
        Json array = Json::array();
        ++at_;
        if (accept(']')) return array;
        do {
            array.push(parse_value(depth + 1));
        } while (accept(','));
        if (!accept(']')) fail("']' expected");
        return array;
    }

    std::string parse_string() {
        std::string result;
        ++at_;
        while (at_ < text_.size() && text_[at_] != '"') {
            char c = text_[at_++];
            if (c != '\\') {
                result += c;
                continue;
            }
            if (at_ >= text_.size()) break;
            append_escape(result, text_[at_++]);
        }
        if (at_ >= text_.size()) fail("string without end");
        ++at_;
        return result;
    }

    void append_escape(std::string& result, char c) {
        switch (c) {
            case 'n': result += '\n'; return;
            case 't': result += '\t'; return;
            case 'r': result += '\r'; return;
            case 'b': result += '\b'; return;
            case 'f': result += '\f'; return;
            case 'u': append_code_point(result); return;
            default: result += c;
        }
    }

    void append_code_point(std::string& result) {
        unsigned code = 0;
        if (std::sscanf(text_.substr(at_, 4).c_str(), "%4x", &code) != 1) fail("bad \\u escape");
        at_ += 4;
        if (code < 0x80) {
            result += static_cast<char>(code);
        } else if (code < 0x800) {
            result += static_cast<char>(0xc0 | code >> 6);
            result += static_cast<char>(0x80 | (code & 63));
        } else {
            result += static_cast<char>(0xe0 | code >> 12);
            result += static_cast<char>(0x80 | (code >> 6 & 63));
            result += static_cast<char>(0x80 | (code & 63));
        }
    }

    Json parse_number() {
        std::size_t start = at_;
        if (at_ < text_.size() && text_[at_] == '-') ++at_;
        while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_]))) ++at_;
        if (at_ == start || !std::isdigit(static_cast<unsigned char>(text_[at_ - 1]))) {
            fail("value expected");
        }
        if (at_ - start > 18) fail("number too large");
        return Json(static_cast<std::int64_t>(std::stoll(text_.substr(start, at_ - start))));
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

void write_string(const std::string& text, std::string& out) {
    out += '"';
    for (char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    char buffer[8];
                    std::snprintf(buffer, sizeof buffer, "\\u%04x", c);
                    out += buffer;
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

const Json kNull;

}  // namespace

Json Json::array() {
    Json value;
    value.kind_ = Kind::array;
    return value;
}

Json Json::object() {
    Json value;
    value.kind_ = Kind::object;
    return value;
}

Json Json::object(std::initializer_list<std::pair<const char*, Json>> members) {
    Json value = object();
    for (const auto& member : members) value.set(member.first, member.second);
    return value;
}

Json Json::parse(const std::string& text) { return Parser(text).document(); }

const Json& Json::operator[](const std::string& key) const {
    auto member = members_.find(key);
    return member == members_.end() ? kNull : member->second;
}

Json& Json::set(const std::string& key, Json value) {
    members_[key] = std::move(value);
    return *this;
}

void Json::push(Json value) { items_.push_back(std::move(value)); }

std::string Json::dump() const {
    std::string out;
    write(out);
    return out;
}

void Json::write(std::string& out) const {
    bool first = true;
    switch (kind_) {
        case Kind::null: out += "null"; break;
        case Kind::boolean: out += number_ ? "true" : "false"; break;
        case Kind::number: out += std::to_string(number_); break;
        case Kind::string: write_string(text_, out); break;
        case Kind::array:
            out += '[';
            for (const Json& item : items_) {
                if (!first) out += ',';
                item.write(out);
                first = false;
            }
            out += ']';
            break;
        case Kind::object:
            out += '{';
            for (const auto& member : members_) {
                if (!first) out += ',';
                write_string(member.first, out);
                out += ':';
                member.second.write(out);
                first = false;
            }
            out += '}';
            break;
    }
}

}  // namespace shop
