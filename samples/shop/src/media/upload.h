#pragma once

#include "common/result.h"
#include "db/connection.h"
#include "media/object_store.h"

namespace shop::media {

struct Upload {
    std::int64_t product = 0;
    std::string file_name;
    std::string bytes;
};

// Stores the original, writes it down in the table images and makes the
// thumbnails. Returns the storage key.
Result<std::string> accept_upload(db::Connection& db, ObjectStore& store, const Upload& upload);

// Storage key of the first picture of a product; empty if it has none.
std::string cover_key(db::Connection& db, std::int64_t product);

}  // namespace shop::media
