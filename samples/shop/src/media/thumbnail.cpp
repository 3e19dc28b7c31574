#include "media/thumbnail.h"

#include "media/image.h"

namespace shop::media {

namespace {

struct Variant {
    const char* name;
    int edge;
    bool square;
};

constexpr Variant kVariants[] = {
    {"cart", 64, true},
    {"list", 160, true},
    {"page", 480, false},
};

void store(db::Connection& db, const std::string& key, const char* variant, const Image& image) {
    db.execute(
        "INSERT INTO thumbnails (image_key, variant, width, height, body) VALUES (?, ?, ?, ?, ?)",
        {key, variant, image.width, image.height, encode_ppm(image)});
}

}  // namespace

// @trigger storage source="s3://uploads" filter="*.jpg" timeout=30s memory=512MB rps=0.2 duration_ms=800
int make_thumbnails(db::Connection& db, const std::string& key, const std::string& bytes) {
    Image original;
    if (!decode_ppm(bytes, original)) return 0;
    db.execute("DELETE FROM thumbnails WHERE image_key = ?", {key});
    int count = 0;
    for (const Variant& variant : kVariants) {
        const Image framed = variant.square ? crop_square(original) : original;
        store(db, key, variant.name, shrink_to_fit(framed, variant.edge));
        ++count;
    }
    return count;
}

std::string thumbnail(db::Connection& db, const std::string& key, const std::string& variant) {
    db::Rows rows = db.query("SELECT body FROM thumbnails WHERE image_key = ? AND variant = ?",
                             {key, variant});
    return rows.empty() ? std::string() : rows.first().text("body");
}

}  // namespace shop::media
