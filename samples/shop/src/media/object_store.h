#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace shop::media {

// Where the originals of uploaded pictures live.
class ObjectStore {
public:
    virtual ~ObjectStore() = default;
    virtual bool put(const std::string& key, const std::string& bytes) = 0;
    virtual bool get(const std::string& key, std::string& bytes) = 0;
    virtual bool remove(const std::string& key) = 0;
};

class MemoryStore : public ObjectStore {
public:
    bool put(const std::string& key, const std::string& bytes) override;
    bool get(const std::string& key, std::string& bytes) override;
    bool remove(const std::string& key) override;

private:
    std::mutex mutex_;
    std::map<std::string, std::string> objects_;
};

class DiskStore : public ObjectStore {
public:
    explicit DiskStore(std::string folder) : folder_(std::move(folder)) {}
    bool put(const std::string& key, const std::string& bytes) override;
    bool get(const std::string& key, std::string& bytes) override;
    bool remove(const std::string& key) override;

private:
    std::string path_of(const std::string& key) const;

    std::string folder_;
};

std::unique_ptr<ObjectStore> make_store(const std::string& backend, const std::string& folder);

}  // namespace shop::media
