/// What the names and the content of folders say about the role of what lies in them.
struct FolderTraits: Sendable {
  /// The folder above, an index; the root is its own parent.
  var parent: Int
  /// Path from the root with a slash at its end; empty for the root.
  var path: [UInt8]
  var isTest: Bool
  var isVendored: Bool
  /// The name is used for third-party code, but also for things of a business.
  var mayBeVendored: Bool
  var licences: [[UInt8]] = []
  var hasBuildFile = false
  /// Files of program code in the folder itself, and with all that is below it.
  var ownSources = 0
  var allSources = 0
}

enum FolderNames {
  private static let vendored: Set<String> = [
    "third_party", "third-party", "thirdparty", "3rdparty", "3rd_party", "3rd-party", "vendored",
    "node_modules", "bower_components",
  ]
  private static let maybeVendored: Set<String> = [
    "vendor", "vendors", "external", "externals", "extern", "deps", "dependencies",
  ]
  private static let test: Set<String> = [
    "test", "tests", "t", "unittest", "unittests", "testsuite", "spec", "specs", "__tests__",
    "gtest", "testdata", "__mocks__", "__fixtures__", "e2e", "cypress", "behat", "cucumber",
  ]
  private static let testEndings = ["-test", "-tests", "_test", "_tests"]

  static func isVendored(_ name: String) -> Bool { vendored.contains(name) }
  static func mayBeVendored(_ name: String) -> Bool { maybeVendored.contains(name) }
  static func isTest(_ name: String) -> Bool {
    test.contains(name) || testEndings.contains(where: name.hasSuffix) || isTestByWords(name)
  }

  /// `test-modules`, `tests_e2e`, `testing_support`, `fuzzing`.
  private static func isTestByWords(_ name: String) -> Bool {
    let words = name.split { "-_.".contains($0) }.map(String.init)
    if words.contains(where: ["e2e", "fuzz", "fuzzing", "fuzzers"].contains) { return true }
    return words.count == 2 && ["test", "tests", "testing"].contains(words[0])
      && besideTest.contains(words[1])
  }

  private static let besideTest: Set<String> = [
    "app", "apps", "cases", "common", "data", "fixtures", "framework", "harness", "helpers",
    "integration", "kit", "modules", "project", "projects", "resources", "suite", "suites",
    "support", "unit", "util", "utils",
  ]

  /// The licence of the whole folder; `COPYING.Google` and the like tell of single contributions.
  static func isLicence(_ name: [UInt8]) -> Bool {
    let parts = String(decoding: name, as: UTF8.self).lowercased().split(separator: ".")
    guard let stem = parts.first, ["license", "licence", "copying"].contains(stem) else {
      return false
    }
    return parts.count == 1
      || (parts.count == 2 && ["txt", "md", "rst", "html"].contains(parts[1]))
  }

  private static let buildFiles: Set<String> = [
    "CMakeLists.txt", "Makefile", "GNUmakefile", "makefile", "Makefile.am", "Makefile.in",
    "meson.build", "BUILD.bazel", "configure", "configure.ac",
  ]

  static func isBuildFile(_ name: String) -> Bool { buildFiles.contains(name) }
}

/// Test names of single files.
enum FileNames {
  private static let testParts: Set<String> = [
    "spec", "test", "e2e-spec", "e2e", "cy", "stories", "mock",
  ]

  static func isTest(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    let stem = text.prefix { $0 != "." }
    let lower = stem.lowercased()
    if ["_test", "_tests", "_unittest", "_unittests", "-test", "_spec"].contains(
      where: lower.hasSuffix)
    {
      return true
    }
    if lower.hasPrefix("test_") || lower.hasPrefix("test-") { return true }
    // `orders.spec.ts`, `orders.e2e-spec.ts`.
    let inner = text.split(separator: ".").dropFirst().dropLast().map { $0.lowercased() }
    if inner.contains(where: testParts.contains) { return true }
    // `OrderSpec.scala`, `OrderSuite.scala`: elsewhere a specification is no test.
    if text.hasSuffix(".scala") {
      for ending in ["Spec", "Specs", "Suite"]
      where stem.hasSuffix(ending) && stem.count > ending.count { return true }
    }
    // `OrderTest.cpp`, `TestOrder.cpp`, but neither `Latest.cpp` nor `Test.cpp`.
    for ending in ["Test", "Tests"] where stem.hasSuffix(ending) && stem.count > ending.count {
      return true
    }
    return stem.hasPrefix("Test") && (stem.dropFirst(4).first?.isUppercase ?? false)
  }

  /// A step from one shape of the database to the next, as Rails, Django, Laravel, Doctrine, Flyway,
  /// Entity Framework and TypeORM number them; `folders` are those around the file.
  static func isMigration(_ name: [UInt8], in folders: [UInt8]) -> Bool {
    guard
      folders.split(separator: UInt8(ascii: "/")).contains(where: { folder in
        ["migrate", "migration", "migrations"].contains(
          String(decoding: folder, as: UTF8.self).lowercased())
      })
    else { return false }
    let text = String(decoding: name, as: UTF8.self)
    // Steps of several files each, `Migrations/001/Packages.swift`.
    if let last = folders.split(separator: UInt8(ascii: "/")).last, last.count > 2,
      last.allSatisfy({ (0x30...0x39).contains($0) })
    {
      return true
    }
    // What Django and Entity Framework keep beside them.
    if text.hasSuffix("ModelSnapshot.cs") { return true }
    if text == "__init__.py" { return folders.reversed().starts(with: "/snoitargim".utf8) }
    for mark in ["", "Version", "V", "m"] where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "_") }
      switch mark {
      case "V": if number.first?.isNumber ?? false, number.hasSuffix("__") { return true }
      case "": if number.prefix(while: \.isNumber).count > 2 { return true }
      default: if number.prefix(while: \.isNumber).count > 5 { return true }
      }
    }
    return false
  }

  /// A release of a script library that was copied in, by the version in its name or in that of a
  /// folder around it: `jquery-3.7.1-ui-1.13.3.js`, `codemirror-5.17.0/mode/apl.js`, but not
  /// `step-2.js`; or by the folder in which tools put such.
  static func isVendored(_ name: [UInt8], in folders: [UInt8] = []) -> Bool {
    guard name.ends(with: ".js") || name.ends(with: ".mjs") else { return false }
    let parts = folders.split(separator: UInt8(ascii: "/"))
    return hasVersion(name[...]) || parts.contains(where: hasVersion)
      || zip(parts, parts.dropFirst()).contains {
        $0.elementsEqual("wwwroot".utf8) && $1.elementsEqual("lib".utf8)
      }
  }

  private static func hasVersion(_ name: ArraySlice<UInt8>) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "-")).dropFirst()
    return parts.contains { part in
      let numbers = part.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        .split(separator: UInt8(ascii: "."))
      return numbers.count >= 2
    }
  }

  static func isGenerated(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    if ["AssemblyInfo.cs", "AssemblyInfo.vb", "AssemblyInfo.fs"].contains(text) { return true }
    if text.hasPrefix("lex.yy.") || text.hasPrefix("moc_") || text.hasPrefix("qrc_") { return true }
    return [
      ".tab.c", ".tab.h", ".tab.cc", ".tab.cpp", ".tab.hh", ".tab.hpp", ".pb.cc", ".pb.h", ".pb.c",
      ".pb-c.c", ".pb-c.h", ".moc.cpp", ".min.js", ".bundle.js", ".generated.ts", ".gen.ts",
      "_pb.js", "_pb.ts", "_pb.d.ts", ".Designer.cs", ".g.cs", ".g.i.cs",
    ].contains(where: text.hasSuffix)
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
