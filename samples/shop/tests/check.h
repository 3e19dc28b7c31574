// A small test harness: TEST(name) { CHECK(...); CHECK_EQUAL(a, b); }
#pragma once

#include <iostream>
#include <string>
#include <vector>

namespace check {

struct Test {
    const char* name;
    void (*body)();
};

inline std::vector<Test>& tests() {
    static std::vector<Test> all;
    return all;
}

inline int& failures() {
    static int count = 0;
    return count;
}

struct Registration {
    Registration(const char* name, void (*body)()) { tests().push_back({name, body}); }
};

inline void fail(const char* file, int line, const std::string& what) {
    std::cerr << file << ":" << line << ": " << what << "\n";
    ++failures();
}

template <typename A, typename B>
void equal(const A& actual, const B& expected, const char* text, const char* file, int line) {
    if (actual == expected) return;
    std::cerr << file << ":" << line << ": " << text << " is " << actual << ", not " << expected << "\n";
    ++failures();
}

}  // namespace check

#define TEST(name)                                             \
    static void test_##name();                                 \
    static check::Registration register_##name(#name, test_##name); \
    static void test_##name()
#define CHECK(condition) \
    do {                 \
        if (!(condition)) check::fail(__FILE__, __LINE__, #condition); \
    } while (false)
#define CHECK_EQUAL(actual, expected) check::equal(actual, expected, #actual, __FILE__, __LINE__)
#define CHECK_THROWS(expression)                                     \
    do {                                                             \
        bool thrown = false;                                         \
        try {                                                        \
            (void)(expression);                                      \
        } catch (const std::exception&) {                            \
            thrown = true;                                           \
        }                                                            \
        if (!thrown) check::fail(__FILE__, __LINE__, #expression " does not throw"); \
    } while (false)
