#include "common/log.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "common/clock.h"

namespace shop::log {

namespace {

Level g_level = Level::info;

const char* const kNames[] = {"debug", "info", "warning", "error", "off"};

void write(Level level, const char* format, va_list arguments) {
    if (level < g_level) return;
    char message[1024];
    std::vsnprintf(message, sizeof message, format, arguments);
    std::fprintf(stderr, "%s %s %s\n", clock::iso_time(clock::now()).c_str(),
                 kNames[static_cast<int>(level)], message);
}

}  // namespace

void set_level(Level level) { g_level = level; }

Level level_from_name(const char* name) {
    for (int i = 0; i < 5; ++i) {
        if (std::strcmp(name, kNames[i]) == 0) return static_cast<Level>(i);
    }
    return Level::info;
}

#define SHOP_LOG_FUNCTION(name)             \
    void name(const char* format, ...) {    \
        va_list arguments;                  \
        va_start(arguments, format);        \
        write(Level::name, format, arguments); \
        va_end(arguments);                  \
    }

SHOP_LOG_FUNCTION(debug)
SHOP_LOG_FUNCTION(info)
SHOP_LOG_FUNCTION(warning)
SHOP_LOG_FUNCTION(error)

}  // namespace shop::log
