internal import ClangBinding
internal import Facts

/// Declarations: what the visited files declare and define.
extension TreeWalk {
  /// Records a declaration in its file, if that is wanted, and returns its symbol.
  @discardableResult
  func declare(_ cursor: Cursor, traits: Declaration.Traits = []) -> Int? {
    guard let symbol = symbols.target(of: cursor).symbol else { return nil }
    let position = unit.position(of: cursor)
    let file = symbols.number(of: position.file)
    guard let draft = draft(file) else { return symbol }
    var traits = traits
    if unit.isDefinition(cursor) { traits.insert(.definition) }
    if symbols.symbols[symbol].isFileLocal { traits.insert(.fileLocal) }
    let end = unit.end(of: cursor).line
    let number = drafts[draft].number(of: symbol)
    drafts[draft].facts.declarations.append(
      Declaration(
        symbol: number, line: position.line, endLine: max(end, position.line), traits: traits))
    if traits.contains(.definition), cursor.kind.isFunction || cursor.kind.isTypeDefinition {
      let start = min(unit.start(of: cursor).line, position.line)
      drafts[draft].spans.append(.init(first: start, last: end, symbol: number))
    }
    if cursor.kind.isFunction {
      drafts[draft].functions.append((unit.start(of: cursor).offset, number))
    }
    return symbol
  }

  /// A type is met a second time under the variable or alias that it is declared with.
  func enterType(_ frame: inout Frame) -> Bool {
    let cursor = frame.cursor
    let isDefinition = unit.isDefinition(cursor)
    if isDefinition, !visitedTypes.insert(cursor.identity).inserted { return false }
    if !isDefinition, !isForwardDeclaration(cursor) { return false }
    if !unit.isAnonymous(cursor) {
      let isAbstract = isDefinition && cursor.kind != .enumType && unit.isAbstract(cursor)
      if let symbol = declare(cursor, traits: isAbstract ? .abstract : []) { frame.symbol = symbol }
    }
    return true
  }

  /// `struct x;`, as against the first mention in `struct x *p;`, which is a use and shown as one.
  private func isForwardDeclaration(_ cursor: Cursor) -> Bool {
    let end = unit.end(of: cursor)
    guard let draft = draft(symbols.number(of: end.file)) else { return false }
    return drafts[draft].bytes.dropFirst(Int(end.offset)).first { !$0.isBlank }
      == UInt8(ascii: ";")
  }

  func enterFunction(_ frame: inout Frame) {
    let cursor = frame.cursor
    var traits: Declaration.Traits = []
    if cursor.kind == .method || cursor.kind == .destructor, unit.isVirtual(cursor) {
      traits.insert(.virtual)
    }
    if cursor.kind == .function, unit.parent(of: cursor) == nil, unit.isDefinition(cursor),
      unit.spelling(of: cursor) == "main"
    {
      traits.insert(.entryPoint)
    }
    if let symbol = declare(cursor, traits: traits) { frame.symbol = symbol }
  }

  func enterVariable(_ frame: Frame) {
    let cursor = frame.cursor
    guard unit.isGlobalStorage(cursor) else { return }
    var traits: Declaration.Traits = []
    if unit.isMutable(cursor) { traits.insert(.mutableState) }
    if unit.isThreadLocal(cursor) { traits.insert(.threadLocal) }
    if unit.isTentativeDefinition(cursor) { traits.insert(.definition) }
    guard let symbol = declare(cursor, traits: traits) else { return }
    // Not in headers: whether they are visited depends on what was delivered before.
    let file = symbols.number(of: unit.file(of: cursor))
    if traits.contains(.definition), symbols.symbols[symbol].definitionFile == .none,
      closures.isMain(file)
    {
      symbols.define(symbol, in: file)
    }
  }

  /// Macros that the wanted files define and use. Include guards are neither.
  func addMacros(_ record: PreprocessorRecord) {
    for macro in record.definitions {
      guard let draft = draft(macro.file), let symbol = symbols.target(of: macro.cursor).symbol,
        drafts[draft].scan.guardMacro != symbols.symbols[symbol].name
      else { continue }
      let number = drafts[draft].number(of: symbol)
      drafts[draft].facts.declarations.append(
        Declaration(
          symbol: number, line: macro.line,
          endLine: max(unit.end(of: macro.cursor).line, macro.line), traits: .definition))
    }
    for use in record.expansions {
      guard let draft = draft(use.file) else { continue }
      let target = symbols.target(of: use.definition)
      if target.isExternal { drafts[draft].facts.externalReferenceCount += 1 }
      guard let symbol = target.symbol,
        !isContext(symbol, of: use.file)
      else { continue }
      drafts[draft].addMacroUse(symbol, line: use.line)
    }
  }
}

extension TranslationUnit {
  /// `int x;` at the top of a C file, which defines `x` if nothing else does. In C++ libclang calls
  /// it a definition itself, and a static member of a class is none.
  func isTentativeDefinition(_ variable: Cursor) -> Bool {
    !isExtern(variable) && parent(of: variable)?.kind.isTypeDefinition != true
  }
}
