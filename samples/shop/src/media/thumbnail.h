#pragma once

#include <string>

#include "db/connection.h"

namespace shop::media {

// Makes all variants of an uploaded picture and keeps them in the table
// thumbnails. Returns their number, 0 if the picture cannot be read.
int make_thumbnails(db::Connection& db, const std::string& key, const std::string& bytes);

// The picture of a variant ("list", "page", "cart"); empty if there is none.
std::string thumbnail(db::Connection& db, const std::string& key, const std::string& variant);

}  // namespace shop::media
