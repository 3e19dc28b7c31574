internal import Facts
internal import TreeSitterBinding

/// `require` and its like, and calls that say how a process lives.
extension RubyWalk {
  /// Whether a call loads a file.
  mutating func readLoading(_ index: Int, _ name: String) -> Bool {
    let arguments = arguments(index)
    switch name {
    case "require", "require_dependency", "load", "require_relative":
      guard let argument = arguments.first, arguments.count == 1 else { return false }
      guard let (path, isRelative) = loadedPath(argument) else { return false }
      addImport(path, isRelative: isRelative || name == "require_relative", at: index)
    case "autoload":
      guard arguments.count == 2, let path = constantText(arguments[1]) else { return false }
      addImport(path, isRelative: false, isLate: true, at: index)
    default: return false
    }
    return true
  }

  private mutating func addImport(
    _ path: String, isRelative: Bool, isLate: Bool = false, at index: Int
  ) {
    var item = Outline.Import(
      path: draft.name(path), line: draft.line(index), level: isRelative ? 1 : 0)
    if isLate || methodDepth > 0 { item.marks.insert(.dynamic) }
    draft.add(item)
  }

  /// The path that an argument says, and whether it is one from the file's own folder.
  private func loadedPath(_ index: Int) -> (String, Bool)? {
    if let text = constantText(index) { return (text, text.hasPrefix("./")) }
    if kind(index) == .call { return calledPath(index) }
    guard kind(index) == .string else { return nil }
    // `"#{File.dirname(__FILE__)}/x"`, `"#{__dir__}/x"`.
    let parts = Array(children(index))
    guard parts.count == 2, kind(parts[0]) == .interpolation, kind(parts[1]) == .stringContent
    else { return nil }
    let place = draft.text(of: parts[0])
    guard place == "#{File.dirname(__FILE__)}" || place == "#{__dir__}" else { return nil }
    return (String(draft.text(of: parts[1]).drop { $0 == "/" }), true)
  }

  /// `File.expand_path("../x", __FILE__)`, `File.join(__dir__, "x")`, `Rails.root.join("x")`.
  private func calledPath(_ index: Int) -> (String, Bool)? {
    guard let method = child(index, fields.method), let receiver = child(index, fields.receiver)
    else { return nil }
    let arguments = arguments(index)
    switch (draft.text(of: receiver), draft.text(of: method)) {
    case ("File", "expand_path"):
      guard let first = arguments.first, let text = constantText(first) else { return nil }
      guard arguments.count == 2 else { return arguments.count == 1 ? (text, true) : nil }
      // From the file itself, the first step up leads to its folder.
      let isFile = draft.isText(arguments[1], "__FILE__")
      guard isFile || isOwnFolder(arguments[1]) else { return nil }
      return (isFile && text.hasPrefix("../") ? String(text.dropFirst(3)) : text, true)
    case ("File", "join"):
      guard let first = arguments.first, isOwnFolder(first) else { return nil }
      let texts = arguments.dropFirst().compactMap(constantText)
      guard texts.count == arguments.count - 1 else { return nil }
      return (texts.joined(separator: "/"), true)
    case ("Rails.root", "join"):
      let texts = arguments.compactMap(constantText)
      return texts.count == arguments.count ? (texts.joined(separator: "/"), false) : nil
    default: return nil
    }
  }

  private func isOwnFolder(_ index: Int) -> Bool {
    draft.isText(index, "__dir__") || draft.isText(index, "File.dirname(__FILE__)")
  }

  // MARK: Lifetime

  /// What a call says of the process, and of what it does as a whole.
  mutating func noteCall(_ index: Int, _ receiver: Int?, _ name: String) {
    let hasBlock = child(index, fields.block) != nil
    if RubyNames.transactions.contains(name), hasBlock {
      return add(.transactionStarted, index, name)
    }
    guard let receiver, isPath(receiver) else {
      if receiver == nil, let kind = RubyNames.lifetimeFunctions[name], methodDepth > 0 {
        if name == "loop" {
          if hasBlock { addEndlessLoop(index) }
        } else {
          add(kind, index, name)
        }
      }
      return
    }
    let call = path(receiver).droppingRoot + "." + name
    if let kind = RubyNames.lifetimeCalls[call] { return add(kind, index, call) }
    guard name == "open", RubyNames.files.contains(path(receiver).droppingRoot) else { return }
    let modes = arguments(index).dropFirst().compactMap(constantText)
    if modes.contains(where: { $0.first.map { "wa".contains($0) } ?? false }) {
      add(.fileWritten, index, call)
    }
  }
}
