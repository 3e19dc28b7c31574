#include "accounts/account_repository.h"

namespace shop::accounts {

namespace {

const char* role_name(Role role) {
    static const char* const names[] = {"customer", "staff", "admin"};
    return names[static_cast<int>(role)];
}

Role role_from_name(const std::string& name) {
    if (name == "admin") return Role::admin;
    return name == "staff" ? Role::staff : Role::customer;
}

User from_row(const db::Row& row) {
    User user;
    user.id = row.integer("id");
    user.email = row.text("email");
    user.name = row.text("name");
    user.password_hash = row.text("password_hash");
    user.salt = row.text("salt");
    user.role = role_from_name(row.text("role"));
    user.created_at = row.integer("created_at");
    return user;
}

}  // namespace

std::optional<User> find_user(db::Connection& db, UserId id) {
    db::Rows rows = db.query(
        "SELECT id, email, name, password_hash, salt, role, created_at FROM users WHERE id = ?",
        {id});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

std::optional<User> find_user_by_email(db::Connection& db, const std::string& email) {
    db::Rows rows = db.query(
        "SELECT id, email, name, password_hash, salt, role, created_at FROM users WHERE email = ?",
        {email});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

UserId insert_user(db::Connection& db, const User& user) {
    return db.insert(
        "INSERT INTO users (email, name, password_hash, salt, role, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {user.email, user.name, user.password_hash, user.salt, role_name(user.role), clock::now()});
}

void update_password(db::Connection& db, UserId id, const std::string& hash,
                     const std::string& salt) {
    db.execute("UPDATE users SET password_hash = ?, salt = ? WHERE id = ?", {hash, salt, id});
}

std::vector<Address> addresses_of(db::Connection& db, UserId user) {
    std::vector<Address> result;
    for (const db::Row& row : db.query(
             "SELECT id, user_id, line, zip, city, country FROM addresses WHERE user_id = ? "
             "ORDER BY id",
             {user})) {
        Address address;
        address.id = row.integer("id");
        address.user = row.integer("user_id");
        address.line = row.text("line");
        address.zip = row.text("zip");
        address.city = row.text("city");
        address.country = row.text("country");
        result.push_back(address);
    }
    return result;
}

std::int64_t insert_address(db::Connection& db, const Address& address) {
    return db.insert(
        "INSERT INTO addresses (user_id, line, zip, city, country) VALUES (?, ?, ?, ?, ?)",
        {address.user, address.line, address.zip, address.city, address.country});
}

void remove_address(db::Connection& db, UserId user, std::int64_t address) {
    db.execute("DELETE FROM addresses WHERE id = ? AND user_id = ?", {address, user});
}

}  // namespace shop::accounts
