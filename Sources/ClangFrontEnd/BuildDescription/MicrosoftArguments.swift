/// Translates the options of `cl.exe` and `clang-cl` into those that ``ArgumentFilter`` knows.
enum MicrosoftArguments {
  /// What a Windows compiler defines and allows, as far as headers of other systems bear it.
  ///
  /// `_MSC_VER` is left out: with it, the parser's own headers ask for those of Visual Studio.
  static let platform = ["-fms-extensions", "-fdeclspec", "-D_WIN32=1", "-D_WIN64=1"]

  private static let valued: [(name: String, option: String)] = [
    ("external:I", "-isystem"), ("imsvc", "-isystem"), ("FI", "-include"), ("I", "-I"), ("D", "-D"),
    ("U", "-U"),
  ]

  private static let plain: [String: [String]] = [
    "J": ["-funsigned-char"], "GR-": ["-fno-rtti"], "GR": ["-frtti"], "TC": ["-x", "c"],
    "TP": ["-x", "c++"], "openmp": ["-fopenmp"], "MT": ["-D_MT=1"],
    "MTd": ["-D_MT=1", "-D_DEBUG=1"],
    "MD": ["-D_MT=1", "-D_DLL=1"], "MDd": ["-D_MT=1", "-D_DLL=1", "-D_DEBUG=1"],
    "Zc:char8_t": ["-fchar8_t"], "Zc:char8_t-": ["-fno-char8_t"], "Za": ["-fno-ms-extensions"],
    "permissive-": ["-foperator-names"],
  ]

  static func translate(_ words: [String]) -> [String] {
    var result = platform
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let mark = word.utf8.first, mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-")
      else {
        continue
      }
      let name = String(word.dropFirst())
      if let words = plain[name] {
        result += words
      } else if name.hasPrefix("EH") {
        result.append("-fexceptions")
      } else if name.hasPrefix("std:") {
        result.append("-std=" + standard(String(name.dropFirst(4))))
      } else if name.hasPrefix("clang:") {
        result.append(String(name.dropFirst(6)))
      } else if name.hasPrefix("Tc") || name.hasPrefix("Tp") {
        result += ["-x", name.hasPrefix("Tc") ? "c" : "c++"]
      } else if let (name: prefix, option) = valued.first(where: { name.hasPrefix($0.name) }) {
        let joined = name == prefix ? rest.popFirst() ?? "" : String(name.dropFirst(prefix.count))
        result += [option, option == "-D" || option == "-U" ? joined : slashes(joined)]
      } else if name == "Xclang" {
        _ = rest.popFirst()
      }
    }
    return result
  }

  private static func standard(_ name: String) -> String {
    switch name {
    case "c++latest": "c++2b"
    case "clatest": "c2x"
    default: name
    }
  }

  /// The path with the separators of this system.
  static func slashes(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == UInt8(ascii: "\\") ? 0x2f : $0 }, as: UTF8.self)
  }
}
