#pragma once

namespace shop::log {

enum class Level { debug, info, warning, error, off };

void set_level(Level level);
Level level_from_name(const char* name);

void debug(const char* format, ...) __attribute__((format(printf, 1, 2)));
void info(const char* format, ...) __attribute__((format(printf, 1, 2)));
void warning(const char* format, ...) __attribute__((format(printf, 1, 2)));
void error(const char* format, ...) __attribute__((format(printf, 1, 2)));

}  // namespace shop::log
