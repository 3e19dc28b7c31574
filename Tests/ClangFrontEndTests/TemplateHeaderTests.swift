import Testing

@testable import ClangFrontEnd

@Suite struct TemplateHeaderTests {
  private let header = TemplateHeader(system: SystemHeaders())

  private func made(_ template: String) -> String? {
    header.text(template: Array(template.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("HAVE_STDIO_H", "1"), ("HAVE_SYS_TYPES_H", "1"), ("HAVE_LIBFOO", "1"), ("USE_SSL", "1"),
    ("HISTORY", "1"), ("HAVE_SURELY_NOT_THERE_H", nil), ("HAVE_WINDOWS_H", nil),
    ("STAT_MACROS_BROKEN", nil), ("WORDS_BIGENDIAN", nil), ("SIZEOF_LONG", "8"),
    ("SIZEOF_SHORT", "2"), ("SIZEOF_UNHEARD_OF", nil), ("MAXIMUM_ALIGNOF", "8"),
    ("PACKAGE_NAME", "\"\""), ("size_t", nil), ("inline", nil), ("pg_restrict", ""),
    ("_LARGE_FILES", nil), ("_FILE_OFFSET_BITS", "64"), ("PG_INT64_TYPE", "long int"),
  ])
  func `a macro has the value that this kind of machine gives it`(name: String, value: String?) {
    #expect(header.value(of: name) == value)
  }

  @Test func `templates of Autoconf and CMake become headers, line for line`() {
    #expect(
      made("/* a */\n#undef USE_A\n # undef size_t\n#define B @B@\nint x;\n")
        == "/* a */\n#define USE_A 1\n\n#define B 1\nint x;\n")
    #expect(
      made("#cmakedefine USE_A\r\n#cmakedefine USE_B @USE_B@\n#cmakedefine01 NO_C\n#if ${D_1}\n")
        == "#define USE_A 1\n#define USE_B 1\n#define NO_C 0\n#if 1\n")
    #expect(made("#mesondefine USE_A") == "#define USE_A 1")
  }

  @Test func `what has nothing to fill in is no template`() {
    for text in ["", "int x;\n", "#undef A B\n", "#ifdef A\n#endif\n", "\u{0}\u{1}"] {
      #expect(made(text) == nil, "\(text)")
    }
  }
}
