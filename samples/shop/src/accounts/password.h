#pragma once

#include <string>

namespace shop::accounts {

// NOT CRYPTOGRAPHY. An iterated FNV-1a mix that stands in for the real password
// hash on machines without the crypto library; production builds link scrypt here.
std::string toy_password_hash(const std::string& password, const std::string& salt);

bool password_matches(const std::string& password, const std::string& salt,
                      const std::string& expected_hash);

// Compares without stopping at the first difference.
bool same_text(const std::string& a, const std::string& b);

// Empty if the password is acceptable, else what is wrong with it.
std::string password_complaint(const std::string& password, const std::string& email);

}  // namespace shop::accounts
