internal import Basics
internal import ClangBinding
internal import Facts

/// One visit of a unit's syntax tree, which fills the drafts of the wanted files.
///
/// The tree is visited in preorder; `frames` holds what must be known of the cursors above.
final class TreeWalk {
  /// A cursor above the one being visited.
  struct Frame {
    var cursor: Cursor
    /// Its place among its parent's children.
    var position: Int
    var childCount = 0
    /// The nearest function, method or type, an index of ``UnitSymbols/symbols``.
    var symbol: Int?
    var file: FileNumber
    /// The function of a call or the class of a base until the name of it has been met.
    var target = SymbolTarget.none
    var isTargetOpen = false
    /// What a call does to the object that it is made on.
    var objectAccess = ObjectAccess.reads
    /// An endless loop: its draft and the place of its fact there.
    var loop: (draft: Int, fact: Int)?

    var kind: CursorKind { cursor.kind }
  }

  let unit: TranslationUnit
  let symbols: UnitSymbols
  let plan: HeaderPlan
  let readers: FactReaders
  var closures: InclusionClosures
  var drafts: [FileDraft]
  /// Index into `drafts` by file number.
  private var draftOf: [Int?]
  var frames: [Frame] = []
  var visitedTypes: Set<UInt> = []
  var methodAccess: [UInt: ObjectAccess] = [:]
  var seenAnnotations: Set<UInt64> = []
  var diagnostics: [Diagnostic] = []

  init(
    _ symbols: UnitSymbols, unit: TranslationUnit, plan: HeaderPlan,
    output: (drafts: [FileDraft], readers: FactReaders, closures: InclusionClosures)
  ) {
    self.unit = unit
    self.symbols = symbols
    self.plan = plan
    drafts = output.drafts
    readers = output.readers
    closures = output.closures
    draftOf = Array(repeating: nil, count: plan.files.count)
    for (i, draft) in drafts.enumerated() { draftOf[Int(draft.number)] = i }
  }

  /// The draft of a file, nil if its facts are not wanted.
  func draft(_ file: FileNumber) -> Int? {
    file >= 0 && Int(file) < draftOf.count ? draftOf[Int(file)] : nil
  }

  func run() {
    unit.walk(unit.root) { cursor, depth in visit(cursor, depth) }
    close(to: 0)
    for i in drafts.indices { drafts[i].settleMacros() }
  }

  /// Leaves the frames below `depth`; calls whose function was never named are calls of operators
  /// and conversions, and count where they stand.
  private func close(to depth: Int) {
    while frames.count > depth, let frame = frames.popLast() {
      guard frame.kind == .call, frame.isTargetOpen else { continue }
      addUse(.call, of: frame.target, at: frame.cursor, from: frame)
    }
  }

  private func visit(_ cursor: Cursor, _ depth: Int) -> Step {
    if cursor.kind.isPreprocessing { return .continue }
    close(to: depth)
    let isTop = frames.last?.kind.isContainer ?? true
    var file = frames.last?.file ?? .none
    if isTop {
      file = symbols.number(of: unit.file(of: cursor))
      guard plan[file]?.isWalked == true else { return .continue }
    }
    var frame = Frame(
      cursor: cursor, position: frames.last?.childCount ?? 0, symbol: frames.last?.symbol,
      file: file)
    if !frames.isEmpty { frames[frames.count - 1].childCount += 1 }
    guard enter(&frame) else { return .continue }
    frames.append(frame)
    return .descend
  }

  /// Takes the facts of one cursor; false where nothing below it is of interest.
  private func enter(_ frame: inout Frame) -> Bool {
    switch frame.kind {
    case .structType, .unionType, .classType, .enumType, .classTemplate, .classTemplatePartial:
      return enterType(&frame)
    case .implementation: frame.symbol = symbols.symbol(implementedBy: frame.cursor)
    case .typedef, .typeAlias, .typeAliasTemplate:
      if let symbol = declare(frame.cursor) { frame.symbol = symbol }
    case .function, .functionTemplate, .method, .constructor, .destructor, .conversion:
      enterFunction(&frame)
    case .variable: enterVariable(frame)
    case .field, .enumConstant: declare(frame.cursor)
    case .using: return false
    case .baseSpecifier: enterBase(&frame)
    case .annotation:
      addAnnotation(frame)
      return false
    case .typeRef, .templateRef:
      enterTypeReference(frame)
      return false
    case .memberRef, .declRef, .memberExpr: enterName(&frame)
    case .overloadedRef: enterOverloads(frame)
    case .call: enterCall(&frame)
    case .stringLiteral:
      addLiteral(frame)
      return false
    case .whileLoop, .doLoop, .forLoop: enterLoop(&frame)
    case .breakStatement, .returnStatement, .gotoStatement, .throwExpression: leaveLoops(frame)
    default: break
    }
    return true
  }
}

// MARK: - Uses

extension TreeWalk {
  /// Records the use of a symbol where `cursor` stands, by the code that `frame` stands in.
  func addUse(
    _ kind: EdgeKind, of target: SymbolTarget, at cursor: Cursor, from frame: Frame,
    isProbable: Bool = false
  ) {
    if target.isExternal {
      if let draft = draft(frame.file) { drafts[draft].facts.externalReferenceCount += 1 }
      return
    }
    guard let symbol = target.symbol, symbol != frame.symbol else { return }
    let position = place(of: cursor)
    let file = symbols.number(of: position.file)
    guard let draft = draft(file), !isContext(symbol, of: file) else { return }
    if symbols.symbols[symbol].isImplicit { drafts[draft].facts.unresolvedReferenceCount += 1 }
    drafts[draft].addReference(
      kind, from: frame.symbol, to: symbol, line: position.line, isProbable: isProbable)
  }

  /// Whether a name of one file, a macro or an alias of C, belongs to the surroundings in which a
  /// header is included. To use such a name is no dependency: it would lead from a shared header to
  /// every source that sets something up for it.
  func isContext(_ symbol: Int, of file: FileNumber) -> Bool {
    let symbol = symbols.symbols[symbol]
    return symbol.isFileKeyed && closures.isContext(symbol.declarationFile, of: file)
  }

  /// Where a use stands; what the compiler wrote (conversions) stands where the code around it does.
  private func place(of cursor: Cursor) -> SourcePosition {
    let position = unit.position(of: cursor)
    if position.file != nil { return position }
    for frame in frames.reversed() {
      let outer = unit.position(of: frame.cursor)
      if outer.file != nil { return outer }
    }
    return position
  }

  func addUnresolved(_ frame: Frame) {
    if let draft = draft(frame.file) { drafts[draft].facts.unresolvedReferenceCount += 1 }
  }

  private func enterTypeReference(_ frame: Frame) {
    if qualifiesConstant() { return }
    guard let type = unit.referenced(by: frame.cursor) else { return addUnresolved(frame) }
    let target = symbols.target(of: type)
    if let base = frames.last, base.kind == .baseSpecifier, base.isTargetOpen,
      base.target == target
    {
      frames[frames.count - 1].isTargetOpen = false
      return
    }
    addUse(.type, of: target, at: frame.cursor, from: frame)
  }

  /// Whether the name of an enumeration only qualifies one of its constants, whose use is told
  /// anyway. Before LLVM 16 libclang does not show it where a using-declaration brought it.
  private func qualifiesConstant() -> Bool {
    guard let parent = frames.last, parent.kind == .declRef else { return false }
    return unit.referenced(by: parent.cursor)?.kind == .enumConstant
  }

  private func enterBase(_ frame: inout Frame) {
    guard let base = unit.referenced(by: frame.cursor) else { return }
    frame.target = symbols.target(of: base)
    frame.isTargetOpen = frame.target != .none
    let type = unit.definition(of: base) ?? base
    let kind: EdgeKind = unit.isAbstract(type) ? .implement : .inherit
    addUse(kind, of: frame.target, at: frame.cursor, from: frame)
  }

  private func enterOverloads(_ frame: Frame) {
    let (count, first) = unit.overloads(of: frame.cursor)
    guard count == 1, let first, first.kind.isFunction else { return addUnresolved(frame) }
    let target = symbols.target(of: first)
    addUse(
      namesCallee(target, position: frame.position) ? .call : .address, of: target,
      at: frame.cursor, from: frame, isProbable: true)
  }

  /// A name in an expression, a designator or an initialiser of a constructor.
  private func enterName(_ frame: inout Frame) {
    guard let used = unit.referenced(by: frame.cursor) else { return addUnresolved(frame) }
    switch used.kind {
    case .variable:
      let target = symbols.target(of: used)
      guard target != .none else { return }
      for kind in variableUses(frame.cursor, position: frame.position) {
        addUse(kind, of: target, at: frame.cursor, from: frame)
      }
    case .enumConstant: addUse(.type, of: symbols.target(of: used), at: frame.cursor, from: frame)
    case .field: addUse(.field, of: symbols.target(of: used), at: frame.cursor, from: frame)
    case .function, .functionTemplate, .method, .constructor, .destructor, .conversion:
      if frame.kind == .memberExpr { frame.objectAccess = objectAccess(of: used) }
      let target = symbols.target(of: used)
      addUse(
        namesCallee(target, position: frame.position) ? .call : .address, of: target,
        at: frame.cursor, from: frame)
    default: break
    }
  }
}

// MARK: - Calls

extension TreeWalk {
  private func enterCall(_ frame: inout Frame) {
    guard let callee = unit.referenced(by: frame.cursor), callee.kind.isFunction else { return }
    let target = symbols.target(of: callee)
    frame.target = target
    if callee.kind == .constructor {
      addUse(.call, of: target, at: frame.cursor, from: frame)
    } else {
      frame.isTargetOpen = target != .none
      if callee.kind == .method { frame.objectAccess = objectAccess(of: callee) }
    }
    if let call = target.lifetimeCall { addLifetime(call, frame) }
  }

  /// Whether a function's name, the `position`-th child of its parent, is that of the call around it;
  /// the call is then settled. Where libclang does not say what is called (names in parentheses,
  /// templates), it is what the first child names.
  private func namesCallee(_ target: SymbolTarget, position: Int) -> Bool {
    var position = position
    for i in frames.indices.reversed() {
      switch frames[i].kind {
      case .unexposed, .paren, .unary, .declRef, .memberExpr: position = frames[i].position
      case .call where frames[i].isTargetOpen && frames[i].target == target:
        frames[i].isTargetOpen = false
        return true
      case .call: return position == 0 && frames[i].target == .none
      default: return false
      }
    }
    return false
  }
}
