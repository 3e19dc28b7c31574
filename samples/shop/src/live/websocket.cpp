#include "live/websocket.h"

#include <cstdint>

#include "common/strings.h"

namespace shop::live {

namespace {

std::uint32_t rotate(std::uint32_t value, int bits) { return value << bits | value >> (32 - bits); }

void sha1_block(const unsigned char* block, std::uint32_t state[5]) {
    std::uint32_t words[80];
    for (int i = 0; i < 16; ++i) {
        words[i] = static_cast<std::uint32_t>(block[4 * i]) << 24 |
                   static_cast<std::uint32_t>(block[4 * i + 1]) << 16 |
                   static_cast<std::uint32_t>(block[4 * i + 2]) << 8 | block[4 * i + 3];
    }
    for (int i = 16; i < 80; ++i) {
        words[i] = rotate(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    std::uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (int i = 0; i < 80; ++i) {
        std::uint32_t mixed, constant;
        if (i < 20) {
            mixed = (b & c) | (~b & d);
            constant = 0x5a827999;
        } else if (i < 40) {
            mixed = b ^ c ^ d;
            constant = 0x6ed9eba1;
        } else if (i < 60) {
            mixed = (b & c) | (b & d) | (c & d);
            constant = 0x8f1bbcdc;
        } else {
            mixed = b ^ c ^ d;
            constant = 0xca62c1d6;
        }
        std::uint32_t next = rotate(a, 5) + mixed + e + constant + words[i];
        e = d;
        d = c;
        c = rotate(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

}  // namespace

std::string sha1(const std::string& bytes) {
    std::uint32_t state[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    std::string padded = bytes + '\x80';
    while (padded.size() % 64 != 56) padded += '\0';
    std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(bits >> shift & 255);
    for (std::size_t at = 0; at < padded.size(); at += 64) {
        sha1_block(reinterpret_cast<const unsigned char*>(padded.data()) + at, state);
    }
    std::string digest;
    for (std::uint32_t word : state) {
        for (int shift = 24; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift & 255);
    }
    return digest;
}

std::string accept_key(const std::string& client_key) {
    return strings::base64(sha1(client_key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
}

std::string encode_frame(Opcode opcode, const std::string& payload) {
    std::string frame;
    frame += static_cast<char>(0x80 | static_cast<int>(opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(payload.size());
    } else {
        frame += static_cast<char>(126);
        frame += static_cast<char>(payload.size() >> 8 & 255);
        frame += static_cast<char>(payload.size() & 255);
    }
    return frame + payload;
}

bool decode_frame(std::string& buffer, Opcode& opcode, std::string& payload) {
    if (buffer.size() < 2) return false;
    auto byte = [&](std::size_t at) { return static_cast<unsigned char>(buffer[at]); };
    std::size_t length = byte(1) & 127;
    std::size_t header = 2;
    if (length == 126) {
        if (buffer.size() < 4) return false;
        length = static_cast<std::size_t>(byte(2) << 8 | byte(3));
        header = 4;
    } else if (length == 127) {
        opcode = Opcode::close;  // nobody sends us that much
        buffer.clear();
        return true;
    }
    bool masked = (byte(1) & 128) != 0;
    std::size_t start = header + (masked ? 4 : 0);
    if (buffer.size() < start + length) return false;
    opcode = static_cast<Opcode>(byte(0) & 15);
    payload = buffer.substr(start, length);
    for (std::size_t i = 0; masked && i < length; ++i) {
        payload[i] = static_cast<char>(payload[i] ^ buffer[header + i % 4]);
    }
    buffer.erase(0, start + length);
    return true;
}

}  // namespace shop::live
