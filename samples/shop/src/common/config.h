#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace shop {

// All settings of the process. Defaults come from the header named by
// CONFIG_HEADER, a file given with --config goes on top, and the admin page can
// change single values while the shop runs.
class Config {
public:
    static Config& instance();

    void load_defaults();
    bool load_file(const std::string& path);

    std::string get(const std::string& key) const;
    std::int64_t get_int(const std::string& key, std::int64_t fallback = 0) const;
    bool get_flag(const std::string& key) const;

    void set(const std::string& key, const std::string& value);
    std::map<std::string, std::string> all() const;

private:
    Config() = default;

    mutable std::mutex mutex_;
    std::map<std::string, std::string> values_;
};

}  // namespace shop
