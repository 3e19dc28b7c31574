import Facts
import Testing

@testable import FrontEnd

/// `kind name: sources < links @path:line`, one a target.
private func targets(_ files: [String: String]) throws -> [String] {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write(name, text) }
  return try BuildTargets(discover(folder.path)).targets.map { target in
    "\(target.kind.rawValue) \(target.name): \(target.sources.joined(separator: " "))"
      + (target.links.isEmpty ? "" : " < " + target.links.joined(separator: " "))
      + " @\(target.path):\(target.line)"
  }
}

private let sources = Dictionary(
  uniqueKeysWithValues: [
    "src/main.c", "src/orders.c", "src/orders_test.c", "src/db.c", "src/win.c", "lib/pay/pay.cpp",
    "lib/pay/card.cpp", "lib/pay/deep/bank.cpp", "tools/dump.c", "tools/load.c",
  ].map { ($0, "int x;\n") })

@Suite struct BuildTargetsTests {
  @Test func cmakeNamesSourcesByVariablesPatternsAndFolders() throws {
    let lists = [
      "CMakeLists.txt": """
      project(shop)
      # add_executable(no src/main.c)
      set(CORE src/orders.c)
      if(WIN32)
        set(CORE ${CORE} src/win.c)
      else()
        list(APPEND CORE "${CMAKE_CURRENT_SOURCE_DIR}/src/db.c")
      endif()
      add_library(core STATIC ${CORE} missing.c)
      add_library(shop::core ALIAS core)
      add_executable(${PROJECT_NAME} WIN32
        src/main.c)
      target_link_libraries(shop PRIVATE core m)
      #[[ add_executable(never src/main.c) ]]
      add_subdirectory(lib/pay)
      foreach(tool dump load)
        add_executable(${tool} tools/${tool}.c)
      endforeach()
      """,
      "lib/pay/CMakeLists.txt": """
      file(GLOB_RECURSE PAY CONFIGURE_DEPENDS *.cpp)
      my_add_library(pay ${PAY})
      target_sources(core PRIVATE ${CMAKE_SOURCE_DIR}/src/orders_test.c)
      """,
    ]
    let found = try targets(sources.merging(lists) { $1 })
    #expect(
      found
        == [
          "library core: src/orders.c src/win.c src/db.c src/orders_test.c @CMakeLists.txt:9",
          "program shop: src/main.c < PRIVATE core m @CMakeLists.txt:11",
          "program dump: tools/dump.c @CMakeLists.txt:17",
          "program load: tools/load.c @CMakeLists.txt:17",
          "library pay: lib/pay/card.cpp lib/pay/deep/bank.cpp lib/pay/pay.cpp"
            + " @lib/pay/CMakeLists.txt:2",
        ].sorted { Self.place($0) < Self.place($1) })
  }

  /// Sorted as targets are: by file, then line.
  private static func place(_ row: String) -> (String, Int) {
    let place = row.split(separator: "@").last!.split(separator: ":")
    return (String(place[0]), Int(place[1])!)
  }

  @Test func makeLinksObjects() throws {
    let list = """
      OBJS = orders.o \\
        db.o # main.o
      ifdef WINDOWS
      OBJS += win.o
      endif
      TOOLS := $(patsubst %.c,%.o,$(wildcard ../tools/*.c))
      all: shop libpay.a
      shop: main.o $(OBJS) libpay.a
      \t$(CC) -o $@ $^
      libpay.a: $(addprefix ../lib/pay/,pay.o card.o)
      \t$(AR) rcs $@ $^
      tools: $(TOOLS)
      \t$(CC) -o $@ $^
      %.o: %.c
      \t$(CC) -c -o $@ $<
      install: shop
      \tcp shop /usr/bin
      """
    let found = try targets(sources.merging(["src/Makefile": list]) { $1 })
    #expect(
      found == [
        "program shop: src/main.c src/orders.c src/db.c src/win.c < libpay.a @src/Makefile:8",
        "library libpay.a: lib/pay/pay.cpp lib/pay/card.cpp @src/Makefile:10",
        "program tools: tools/dump.c tools/load.c @src/Makefile:12",
      ])
  }

  @Test func automakeNamesProgramsAndLibraries() throws {
    let list = """
      bin_PROGRAMS = shop dump
      check_PROGRAMS = orders_test
      noinst_LTLIBRARIES = libpay-core.la
      shop_SOURCES = src/main.c src/orders.c
      shop_LDADD = libpay-core.la -lm
      dump_SOURCES = tools/dump.c
      orders_test_SOURCES = src/orders_test.c
      libpay_core_la_SOURCES = lib/pay/pay.cpp \\
        lib/pay/card.cpp
      """
    let made = "shop: src/main.o src/db.o\n\t$(CC) -o $@ $^\n"
    #expect(
      try targets(
        sources.merging(["Makefile.am": list, "Makefile.in": made, "Makefile": made]) { $1 })
        == [
          "program shop: src/main.c src/orders.c < libpay-core.la -lm @Makefile.am:4",
          "program dump: tools/dump.c @Makefile.am:6",
          "library libpay-core.la: lib/pay/pay.cpp lib/pay/card.cpp @Makefile.am:8",
        ])
  }

  @Test(arguments: [
    "A = $(A)$(A)\nx: $(A).o a.o\n\tcc -o x", "A = $(B)\nB = $(A)\nx: $(A) main.o\n\tcc -o $@",
    "x: $(", "$(x", "\t-o\n", "define a\nx: a.o\n", ":\n::=\n=\n",
    "A = $(subst ,x,a)\n$(A):b.o\n\t-o",
  ])
  func noMakefileIsTooMuch(_ text: String) throws {
    _ = try targets(sources.merging(["src/Makefile": text]) { $1 })
  }

  @Test(arguments: [
    "set(A ${A} ${A})\nadd_library(a ${A})", "add_subdirectory(.)\nadd_subdirectory(..)",
    "foreach(a IN LISTS b)\n", "add_library(", "add_library()", "#[==[", "add_library(\"a",
    "set(A \"${${${A}}}\")\nadd_library(${A} x)", "file(GLOB)\nfile(GLOB A)\nfile(GLOB A /*)",
    "add_executable(a ../../../etc/passwd /etc/passwd)",
  ])
  func noListOfCMakeIsTooMuch(_ text: String) throws {
    #expect(
      try targets(sources.merging(["CMakeLists.txt": text]) { $1 }).allSatisfy {
        !$0.contains("etc")
      })
  }

  @Test func listsThatDoubleAreBounded() throws {
    let doubled = (0..<64).map { _ in "set(A ${A} ${A})\nlist(APPEND A ${A})\nset(T \"${T}${T}x\")"
    }
    let loops = String(repeating: "foreach(i a b c d e f g h)\n", count: 40)
    let text = "set(A a b)\n" + doubled.joined(separator: "\n") + "\n" + loops + "message(x)\n"
    _ = try targets(sources.merging(["CMakeLists.txt": text]) { $1 })
    let make =
      "A = x y\n" + String(repeating: "A := $(A) $(A)\n", count: 64) + "p: $(A) a.o\n\t-o\n"
    _ = try targets(sources.merging(["src/Makefile": make]) { $1 })
  }
}
