#include "media/image.h"

#include <algorithm>
#include <cctype>

namespace shop::media {

namespace {

constexpr int kMaxEdge = 8192;

struct Header {
    std::size_t at = 2;

    int number(const std::string& bytes) {
        while (at < bytes.size() && std::isspace(static_cast<unsigned char>(bytes[at]))) ++at;
        if (at < bytes.size() && bytes[at] == '#') {
            while (at < bytes.size() && bytes[at] != '\n') ++at;
            return number(bytes);
        }
        int value = 0;
        std::size_t start = at;
        while (at < bytes.size() && std::isdigit(static_cast<unsigned char>(bytes[at]))) {
            value = std::min(value * 10 + (bytes[at++] - '0'), 1000000);
        }
        return at == start ? -1 : value;
    }
};

// Mean colour of the pixels left <= x < right, top <= y < bottom.
Pixel mean(const Image& image, int left, int top, int right, int bottom) {
    long red = 0, green = 0, blue = 0, count = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const Pixel& pixel = image.at(x, y);
            red += pixel.red;
            green += pixel.green;
            blue += pixel.blue;
            ++count;
        }
    }
    Pixel result;
    result.red = static_cast<std::uint8_t>((red + count / 2) / count);
    result.green = static_cast<std::uint8_t>((green + count / 2) / count);
    result.blue = static_cast<std::uint8_t>((blue + count / 2) / count);
    return result;
}

Image blank(int width, int height) {
    Image image;
    image.width = width;
    image.height = height;
    image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    return image;
}

}  // namespace

std::string sniff_type(const std::string& bytes) {
    if (bytes.compare(0, 2, "P6") == 0) return "image/x-portable-pixmap";
    if (bytes.compare(0, 3, "\xff\xd8\xff") == 0) return "image/jpeg";
    if (bytes.compare(0, 4, "\x89PNG") == 0) return "image/png";
    return "";
}

bool decode_ppm(const std::string& bytes, Image& image) {
    if (bytes.compare(0, 2, "P6") != 0) return false;
    Header header;
    int width = header.number(bytes);
    int height = header.number(bytes);
    int depth = header.number(bytes);
    if (width < 1 || height < 1 || width > kMaxEdge || height > kMaxEdge || depth != 255) return false;
    std::size_t at = header.at + 1;
    image = blank(width, height);
    if (bytes.size() < at + image.pixels.size() * 3) return false;
    for (Pixel& pixel : image.pixels) {
        pixel.red = static_cast<std::uint8_t>(bytes[at++]);
        pixel.green = static_cast<std::uint8_t>(bytes[at++]);
        pixel.blue = static_cast<std::uint8_t>(bytes[at++]);
    }
    return true;
}

std::string encode_ppm(const Image& image) {
    std::string bytes =
        "P6\n" + std::to_string(image.width) + " " + std::to_string(image.height) + "\n255\n";
    for (const Pixel& pixel : image.pixels) {
        bytes += static_cast<char>(pixel.red);
        bytes += static_cast<char>(pixel.green);
        bytes += static_cast<char>(pixel.blue);
    }
    return bytes;
}

Image shrink_to_fit(const Image& source, int edge) {
    int longer = std::max(source.width, source.height);
    if (longer <= edge) return source;
    Image result = blank(std::max(1, source.width * edge / longer),
                         std::max(1, source.height * edge / longer));
    for (int y = 0; y < result.height; ++y) {
        int top = y * source.height / result.height;
        int bottom = std::max(top + 1, (y + 1) * source.height / result.height);
        for (int x = 0; x < result.width; ++x) {
            int left = x * source.width / result.width;
            int right = std::max(left + 1, (x + 1) * source.width / result.width);
            result.at(x, y) = mean(source, left, top, right, bottom);
        }
    }
    return result;
}

Image crop_square(const Image& source) {
    int edge = std::min(source.width, source.height);
    int left = (source.width - edge) / 2;
    int top = (source.height - edge) / 2;
    Image result = blank(edge, edge);
    for (int y = 0; y < edge; ++y) {
        for (int x = 0; x < edge; ++x) result.at(x, y) = source.at(left + x, top + y);
    }
    return result;
}

}  // namespace shop::media
