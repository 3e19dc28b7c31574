internal import Facts

/// What of a compiler's command line is left for the parser.
struct FilteredArguments: Sendable, Hashable {
  var language: Language
  /// In the spelling of ``ArgumentTable``.
  var standard: String?
  /// In the order of the command line, except that the language and the standard are not here. Each
  /// option with a value is one word, but for `-include` and `-imacros`, whose file is the next.
  var flags: [String] = []
  /// Options that were refused because they run or load something.
  var refused: [String] = []
  /// Files to include before the source that do not exist.
  var missingFiles: [String] = []

  /// The arguments for the parser.
  func arguments(defaultStandard: String) -> [String] {
    ["-x", language.parserName, "-std=" + (standard ?? defaultStandard)] + flags
  }

  /// Folders that are searched for headers, in order.
  var folders: [String] {
    flags.compactMap { flag in
      ArgumentTable.folders.first { flag.hasPrefix($0) && flag.dropFirst($0.count).first == "/" }
        .map { String(flag.dropFirst($0.count)) }
    }
  }
}

/// Lets through what changes how a source is read, by an allow-list, and nothing else.
///
/// Output is built from what was understood, never copied: a word that looks like an allowed flag but
/// stands for another's value cannot slip through. Nothing is executed, and no file is read.
struct ArgumentFilter {
  /// Answers about the file system, so that the filter can be tested without one.
  struct Places: Sendable {
    /// The absolute path of a path on the command line, moved to this machine where possible.
    var absolute: @Sendable (String) -> String
    var isFile: @Sendable (String) -> Bool
    var isFolder: @Sendable (String) -> Bool
  }

  private let places: Places
  private var result: FilteredArguments
  private var words: ArraySlice<String>

  /// `words` are the arguments after the compiler's name; `language` is that of the file.
  static func filter(
    _ words: [String], language: Language, places: Places
  ) -> FilteredArguments {
    var filter = ArgumentFilter(
      places: places, result: FilteredArguments(language: language), words: words[...])
    filter.run()
    return filter.result
  }

  private init(places: Places, result: FilteredArguments, words: ArraySlice<String>) {
    self.places = places
    self.result = result
    self.words = words
  }

  private mutating func run() {
    var standard: String?
    while let word = words.popFirst() {
      // The parser takes C strings: what follows a zero byte would be lost.
      guard word.utf8.first == UInt8(ascii: "-"), !word.utf8.contains(0) else { continue }
      if word == "-Xclang" {
        takeForClang()
      } else if let (option, value) = option(word) {
        if option == "-std=" { standard = value } else { take(option, value) }
      } else if ArgumentTable.droppedWithValue.contains(word) {
        noteRefused(word)
        takePrecompiled(word, words.popFirst())
      } else {
        takeAlone(word)
      }
    }
    result.standard = standard.flatMap { ArgumentTable.standard($0, result.language) }
  }

  /// An option with its value, in the one form that ``take(_:_:)`` knows; nil for other words.
  private mutating func option(_ word: String) -> (String, String)? {
    if word.hasPrefix("-include-pch") || word.hasPrefix("-include-pth") { return nil }
    if ArgumentTable.droppedWithValue.contains(word) { return nil }
    if let short = ArgumentTable.longForms[word] { return (short, words.popFirst() ?? "") }
    if let equals = word.firstIndex(of: "="),
      let short = ArgumentTable.longForms[String(word[..<equals])]
    {
      return (short, String(word[word.index(after: equals)...]))
    }
    if word.hasPrefix("-isysroot") { return ("--sysroot=", String(word.dropFirst(9))) }
    for name in ["-std=", "--target="] where word.hasPrefix(name) {
      return (name, String(word.dropFirst(name.count)))
    }
    // The longer names first: `-I` is not the start of `-iquote`, but `-x` could be of others.
    for name in ["-idirafter", "-isystem", "-imacros", "-include", "-iquote", "-I", "-D", "-U"]
    where word.hasPrefix(name) {
      return (name, word == name ? words.popFirst() ?? "" : String(word.dropFirst(name.count)))
    }
    guard word.hasPrefix("-x") else { return nil }
    return ("-x", word == "-x" ? words.popFirst() ?? "" : String(word.dropFirst(2)))
  }

  private mutating func take(_ option: String, _ value: String) {
    guard !value.isEmpty, !value.utf8.contains(0) else { return }
    switch option {
    case "-x":
      if let language = ArgumentTable.languages[value] {
        result.language = language
      }
    case "-D", "-U": takeMacro(option, value)
    case "-include", "-imacros": takeForcedFile(option, value)
    case "--sysroot=": takeSystemRoot(value)
    case "--target=": takeTarget(value)
    default: takeFolder(option, value)
    }
  }

  private mutating func takeMacro(_ option: String, _ value: String) {
    let name = value.utf8.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "(") }
    let isName = name.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$") || (0x30...0x39).contains($0)
        || (0x41...0x5a).contains($0 & 0xdf) || $0 >= 0x80
    }
    guard isName, let first = name.first, !(0x30...0x39).contains(first) else { return }
    result.flags.append(option + value)
  }

  private mutating func takeFolder(_ option: String, _ value: String) {
    let path = places.absolute(value)
    guard places.isFolder(path) else { return }
    let flag = option + path
    if !result.flags.contains(flag) { result.flags.append(flag) }
  }

  private mutating func takeForcedFile(_ option: String, _ value: String) {
    let path = places.absolute(value)
    let folder = result.folders.first { places.isFile($0 + "/" + value) }
    guard let file = places.isFile(path) ? path : folder.map({ $0 + "/" + value }) else {
      result.missingFiles.append(value)
      return
    }
    // A header and its precompiled form are often both asked for.
    if !result.flags.contains(file) { result.flags += [option, file] }
  }

  /// A root that is not on this machine would hide the headers that are.
  private mutating func takeSystemRoot(_ value: String) {
    let path = places.absolute(value)
    if places.isFolder(path) { result.flags.append("--sysroot=" + path) }
  }

  /// Other systems' headers are seldom here. Their macros are, so that the right branches are read.
  private mutating func takeTarget(_ value: String) {
    let parts = value.lowercased().split(separator: "-")
    let isWindows = parts.contains { $0.hasPrefix("windows") || $0.hasPrefix("mingw") }
    if isWindows { result.flags += MicrosoftArguments.platform }
  }

  /// `-Xclang` passes words to the parser's inside: only files to include are taken from there.
  private mutating func takeForClang() {
    guard let value = words.popFirst() else { return }
    let isFile = value == "-include" || value == "-include-pch"
    guard isFile, words.first == "-Xclang", words.count > 1 else {
      if !isFile { result.refused.append("-Xclang " + value) }
      return
    }
    words.removeFirst()
    let file = words.removeFirst()
    if value == "-include" { take("-include", file) } else { takePrecompiled(value, file) }
  }

  /// A precompiled header stands for the header that it was made from.
  private mutating func takePrecompiled(_ option: String, _ value: String?) {
    guard option == "-include-pch", let value else { return }
    for ending in [".pch", ".gch"] where value.hasSuffix(ending) {
      let header = String(value.dropLast(ending.count))
      take("-include", header)
    }
  }

  private mutating func takeAlone(_ word: String) {
    if word.hasPrefix("-Wp,") { return takePreprocessorWords(word) }
    if word.hasPrefix("-include-pch=") {
      return takePrecompiled("-include-pch", String(word.dropFirst(13)))
    }
    let passes =
      ArgumentTable.exact.contains(word) || isToggle(word) || isFeature(word) || isNumber(word)
      || (ArgumentTable.cOnly.contains(word) && result.language == .c)
    if passes {
      if !result.flags.contains(word) { result.flags.append(word) }
    } else if word == "-stdlib=libc++" {
      if places.isFolder("/usr/include/c++/v1") { result.flags.append(word) }
    } else {
      noteRefused(word)
    }
  }

  /// `-Wp,-DNAME,-MD,file`: macros pass, the rest goes.
  private mutating func takePreprocessorWords(_ word: String) {
    for part in word.dropFirst(4).split(separator: ",") {
      for option in ["-D", "-U"] where part.hasPrefix(option) {
        take(option, String(part.dropFirst(2)))
      }
    }
  }

  private func isToggle(_ word: String) -> Bool {
    guard word.hasPrefix("-f") else { return false }
    let name = word.hasPrefix("-fno-") ? word.dropFirst(5) : word.dropFirst(2)
    return ArgumentTable.toggles.contains(String(name))
  }

  private func isFeature(_ word: String) -> Bool {
    guard ArgumentTable.knowsFeatures, word.hasPrefix("-m") else { return false }
    if ArgumentTable.widths.contains(word) { return true }
    let name = word.hasPrefix("-mno-") ? word.dropFirst(5) : word.dropFirst(2)
    return ArgumentTable.features.contains(String(name))
  }

  private func isNumber(_ word: String) -> Bool {
    guard let prefix = ArgumentTable.numbers.first(where: word.hasPrefix) else { return false }
    let value = word.utf8.dropFirst(prefix.utf8.count)
    return !value.isEmpty && value.count < 12
      && value.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  private mutating func noteRefused(_ word: String) {
    let isTold = ArgumentTable.refused.contains { name in
      word == name || word.hasPrefix(name + "=") || (name == "-fplugin" && word.hasPrefix(name))
        || (name == "-B" && word.hasPrefix(name))
    }
    if isTold { result.refused.append(word) }
  }
}
