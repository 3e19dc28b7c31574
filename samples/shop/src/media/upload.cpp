#include "media/upload.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/misc.h"
#include "common/strings.h"
#include "media/image.h"
#include "media/thumbnail.h"

namespace shop::media {

namespace {

constexpr std::size_t kMaxBytes = 20 * 1024 * 1024;

std::string key_for(const Upload& upload) {
    std::size_t dot = upload.file_name.rfind('.');
    std::string suffix = dot == std::string::npos ? "" : upload.file_name.substr(dot);
    return "products/" + std::to_string(upload.product) + "/" + std::to_string(crc32(upload.bytes)) +
           strings::lower(suffix);
}

}  // namespace

Result<std::string> accept_upload(db::Connection& db, ObjectStore& store, const Upload& upload) {
    if (upload.bytes.size() > kMaxBytes) {
        return Failure{"The picture is larger than " + human_size(kMaxBytes) + "."};
    }
    std::string type = sniff_type(upload.bytes);
    if (type.empty()) return Failure{"This is not a picture."};
    std::string key = key_for(upload);
    if (!store.put(key, upload.bytes)) return Failure{"The picture could not be stored."};
    db.execute("DELETE FROM images WHERE storage_key = ?", {key});
    db.insert(
        "INSERT INTO images (product_id, storage_key, content_type, size, created_at) "
        "VALUES (?, ?, ?, ?, ?)",
        {upload.product, key, type, upload.bytes.size(), clock::now()});
    int variants = make_thumbnails(db, key, upload.bytes);
    log::info("picture %s, %s, %d thumbnails", key.c_str(), human_size(upload.bytes.size()).c_str(),
              variants);
    return key;
}

std::string cover_key(db::Connection& db, std::int64_t product) {
    db::Rows rows = db.query(
        "SELECT storage_key FROM images WHERE product_id = ? ORDER BY id LIMIT 1", {product});
    return rows.empty() ? std::string() : rows.first().text("storage_key");
}

}  // namespace shop::media
