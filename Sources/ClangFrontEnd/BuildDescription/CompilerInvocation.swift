/// A command line with the compiler told apart from what stands before it.
struct CompilerInvocation: Sendable, Hashable {
  var isMicrosoft: Bool
  /// The compiler takes every source for C++, as `g++` does.
  var isPlusPlus: Bool
  /// What follows the compiler's name.
  var arguments: [String]

  /// Words that may stand before the compiler: caches, distributors, wrappers.
  private static let launchers: Set<String> = [
    "ccache", "sccache", "distcc", "icecc", "libtool", "glibtool", "env", "nice", "time", "wine",
    "buildcache", "fastbuild", "cachecc1", "gomacc", "rewrapper", "sh", "bash",
  ]

  private static let compilers: Set<String> = [
    "cc", "c++", "gcc", "g++", "clang", "clang++", "cl", "clang-cl", "icc", "icpc", "icx", "icpx",
    "icl", "tcc", "emcc", "em++", "c89", "c99", "xlc", "xlC", "armcc", "armclang", "mpicc",
    "mpicxx",
    "nvcc", "hipcc", "zig", "pgcc", "pgc++",
  ]

  init?(_ words: [String]) {
    guard let first = words.first else { return nil }
    var position = 0
    if Self.launchers.contains(Self.name(first)) {
      let found = words.prefix(16).firstIndex { Self.compilers.contains(Self.name($0)) }
      position = found ?? 0
    }
    let name = Self.name(words[position])
    isMicrosoft = ["cl", "clang-cl", "icl"].contains(name)
    isPlusPlus =
      name.hasSuffix("++") || ["icpc", "icpx", "mpicxx", "xlC"].contains(name)
    arguments = Array(words[(position + 1)...])
  }

  /// The program's name without its folder, its target before and its version behind.
  private static func name(_ word: String) -> String {
    var name = Substring(MicrosoftArguments.slashes(word))
    name = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name
    if name.lowercased().hasSuffix(".exe") { name = name.dropLast(4) }
    let isVersion: (Character) -> Bool = { $0.isNumber || $0 == "." }
    if let dash = name.lastIndex(of: "-"), dash < name.index(before: name.endIndex),
      name[name.index(after: dash)...].allSatisfy(isVersion)
    {
      name = name[..<dash]
    }
    if compilers.contains(String(name)) || compilers.contains(name.lowercased()) {
      return compilers.contains(String(name)) ? String(name) : name.lowercased()
    }
    // `x86_64-linux-gnu-g++`, but also `my-cc`.
    if let dash = name.lastIndex(of: "-"),
      compilers.contains(String(name[name.index(after: dash)...]))
    {
      return String(name[name.index(after: dash)...])
    }
    return String(name)
  }
}
