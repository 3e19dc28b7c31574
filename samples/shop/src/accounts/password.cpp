#include "accounts/password.h"

#include <cctype>
#include <cstdint>

#include "common/strings.h"

namespace shop::accounts {

namespace {

constexpr int kRounds = 4096;
constexpr std::size_t kLanes = 4;

std::uint64_t mix(std::uint64_t state, const std::string& text) {
    for (unsigned char c : text) {
        state ^= c;
        state *= 0x100000001b3ull;
    }
    return state ^ state >> 29;
}

std::string hex(std::uint64_t value) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
    return strings::hex(bytes);
}

}  // namespace

std::string toy_password_hash(const std::string& password, const std::string& salt) {
    std::uint64_t lanes[kLanes];
    for (std::size_t i = 0; i < kLanes; ++i) {
        lanes[i] = mix(0xcbf29ce484222325ull + i, salt + ":" + password);
    }
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < kLanes; ++i) {
            std::uint64_t neighbour = lanes[(i + 1) % kLanes];
            lanes[i] = (lanes[i] ^ neighbour >> 17) * 0x9e3779b97f4a7c15ull + neighbour;
        }
    }
    std::string result;
    for (std::uint64_t lane : lanes) result += hex(lane);
    return result;
}

bool same_text(const std::string& a, const std::string& b) {
    unsigned char difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
    }
    return difference == 0;
}

bool password_matches(const std::string& password, const std::string& salt,
                      const std::string& expected_hash) {
    return same_text(toy_password_hash(password, salt), expected_hash);
}

std::string password_complaint(const std::string& password, const std::string& email) {
    if (password.size() < 10) return "The password needs at least ten characters.";
    if (strings::contains(strings::lower(password), strings::lower(email))) {
        return "The password must not contain the e-mail address.";
    }
    bool digit = false, letter = false;
    for (unsigned char c : password) {
        digit = digit || std::isdigit(c);
        letter = letter || std::isalpha(c);
    }
    return digit && letter ? "" : "The password needs letters and digits.";
}

}  // namespace shop::accounts
