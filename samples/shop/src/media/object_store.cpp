#include "media/object_store.h"

#include <cstdio>
#include <fstream>
#include <sstream>

#include "common/log.h"
#include "common/strings.h"

namespace shop::media {

bool MemoryStore::put(const std::string& key, const std::string& bytes) {
    std::lock_guard<std::mutex> guard(mutex_);
    objects_[key] = bytes;
    return true;
}

bool MemoryStore::get(const std::string& key, std::string& bytes) {
    std::lock_guard<std::mutex> guard(mutex_);
    auto found = objects_.find(key);
    if (found == objects_.end()) return false;
    bytes = found->second;
    return true;
}

bool MemoryStore::remove(const std::string& key) {
    std::lock_guard<std::mutex> guard(mutex_);
    return objects_.erase(key) > 0;
}

std::string DiskStore::path_of(const std::string& key) const {
    return folder_ + "/" + strings::replace_all(strings::replace_all(key, "..", "_"), "/", "_");
}

bool DiskStore::put(const std::string& key, const std::string& bytes) {
    std::string path = path_of(key);
    std::ofstream file(path + ".part", std::ios::binary);
    file << bytes;
    file.close();
    if (!file || std::rename((path + ".part").c_str(), path.c_str()) != 0) {
        log::error("cannot write %s", path.c_str());
        return false;
    }
    return true;
}

bool DiskStore::get(const std::string& key, std::string& bytes) {
    std::ifstream file(path_of(key), std::ios::binary);
    if (!file) return false;
    std::ostringstream content;
    content << file.rdbuf();
    bytes = content.str();
    return true;
}

bool DiskStore::remove(const std::string& key) { return std::remove(path_of(key).c_str()) == 0; }

std::unique_ptr<ObjectStore> make_store(const std::string& backend, const std::string& folder) {
    if (backend == "disk") return std::make_unique<DiskStore>(folder);
    return std::make_unique<MemoryStore>();
}

}  // namespace shop::media
