#pragma once

#include <string>

namespace shop::live {

// The part of RFC 6455 the stock feed needs: handshake, text frames up to 64 KB,
// ping, pong and close.
std::string sha1(const std::string& bytes);
std::string accept_key(const std::string& client_key);

enum class Opcode { text = 1, close = 8, ping = 9, pong = 10 };

std::string encode_frame(Opcode opcode, const std::string& payload);

// Takes one complete frame off the front of `buffer`; false if there is none yet.
bool decode_frame(std::string& buffer, Opcode& opcode, std::string& payload);

}  // namespace shop::live
