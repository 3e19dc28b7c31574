#include "accounts/registration.h"

#include "accounts/account_repository.h"
#include "accounts/password.h"
#include "accounts/vat.h"
#include "common/strings.h"
#include "notify/notifier.h"

namespace shop::accounts {

namespace {

// Also in notify/email_consumer.cpp, with slightly other rules.
bool valid_email(const std::string& email) {
    std::size_t at = email.find('@');
    return at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos &&
           email.find(' ') == std::string::npos;
}

}  // namespace

Result<UserId> register_user(db::Connection& db, const Registration& registration) {
    User user;
    user.email = strings::lower(strings::trim(registration.email));
    user.name = strings::trim(registration.name);
    if (!valid_email(user.email)) return Failure{"Please enter a valid e-mail address."};
    if (user.name.empty()) return Failure{"Please enter your name."};
    std::string complaint = password_complaint(registration.password, user.email);
    if (!complaint.empty()) return Failure{complaint};
    if (find_user_by_email(db, user.email)) return Failure{"This address is registered already."};

    user.salt = strings::random_token(16);
    user.password_hash = toy_password_hash(registration.password, user.salt);
    UserId id = insert_user(db, user);
    notify::publish({user.email, "welcome", {{"name", user.name}}});
    return id;
}

Result<UserId> change_password(db::Connection& db, UserId id, const std::string& current,
                               const std::string& wanted) {
    auto user = find_user(db, id);
    if (!user) return Failure{"This account does not exist."};
    if (!password_matches(current, user->salt, user->password_hash)) {
        return Failure{"The current password is wrong."};
    }
    std::string complaint = password_complaint(wanted, user->email);
    if (!complaint.empty()) return Failure{complaint};
    std::string salt = strings::random_token(16);
    update_password(db, id, toy_password_hash(wanted, salt), salt);
    notify::publish({user->email, "password_changed", {{"name", user->name}}});
    return id;
}

std::string address_complaint(const Address& address) {
    if (address.line.size() < 4) return "Please enter street and number.";
    if (address.zip.empty() || address.city.empty()) return "Please enter zip code and city.";
    if (!country_supported(address.country)) return "We do not deliver to this country yet.";
    return "";
}

}  // namespace shop::accounts
