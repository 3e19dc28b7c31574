#include "common/config.h"

#include <fstream>

#include "common/log.h"
#include "common/strings.h"

#ifndef CONFIG_HEADER
#define CONFIG_HEADER "config_default.h"
#endif
#include CONFIG_HEADER

namespace shop {

Config& Config::instance() {
    static Config config;
    return config;
}

void Config::load_defaults() {
    std::lock_guard<std::mutex> guard(mutex_);
    for (const config::Setting& setting : config::kSettings) {
        values_[setting.key] = setting.value;
    }
}

bool Config::load_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) return false;
    std::string line;
    int number = 0;
    while (std::getline(file, line)) {
        ++number;
        line = strings::trim(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        std::size_t equal = line.find('=');
        if (equal == std::string::npos) {
            log::warning("%s:%d: no '=' in setting", path.c_str(), number);
            continue;
        }
        set(strings::trim(line.substr(0, equal)), strings::trim(line.substr(equal + 1)));
    }
    return true;
}

std::string Config::get(const std::string& key) const {
    std::lock_guard<std::mutex> guard(mutex_);
    auto entry = values_.find(key);
    return entry == values_.end() ? std::string() : entry->second;
}

std::int64_t Config::get_int(const std::string& key, std::int64_t fallback) const {
    return strings::to_int_or(get(key), fallback);
}

bool Config::get_flag(const std::string& key) const {
    std::string value = strings::lower(get(key));
    return value == "1" || value == "true" || value == "yes" || value == "on";
}

void Config::set(const std::string& key, const std::string& value) {
    std::lock_guard<std::mutex> guard(mutex_);
    values_[key] = value;
}

std::map<std::string, std::string> Config::all() const {
    std::lock_guard<std::mutex> guard(mutex_);
    return values_;
}

}  // namespace shop
