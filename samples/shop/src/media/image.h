#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shop::media {

struct Pixel {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

// Pixels in rows from top to bottom.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<Pixel> pixels;

    const Pixel& at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
    Pixel& at(int x, int y) { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

// "image/x-portable-pixmap", "image/jpeg", ... by the first bytes; empty if unknown.
std::string sniff_type(const std::string& bytes);

// Binary PPM (P6). JPEG uploads are converted by the reverse proxy before they
// reach us. False if the bytes are not a complete picture.
bool decode_ppm(const std::string& bytes, Image& image);
std::string encode_ppm(const Image& image);

// Fits the picture into a square of `edge` pixels; never enlarges. Box filter.
Image shrink_to_fit(const Image& source, int edge);

// The largest centred square.
Image crop_square(const Image& source);

}  // namespace shop::media
