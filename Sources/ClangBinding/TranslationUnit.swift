internal import CClang

/// One parsed unit. Owns the syntax tree: cursors and file handles are valid as long as it lives.
@safe package final class TranslationUnit {
  private let index: ClangIndex
  let handle: CXTranslationUnit
  var table: FunctionTable { index.library.table }

  init(index: ClangIndex, handle: CXTranslationUnit) {
    self.index = index
    unsafe self.handle = handle
  }

  deinit { unsafe index.library.table.disposeTranslationUnit(handle) }

  package var root: Cursor { unsafe Cursor(table.getTranslationUnitCursor(handle)) }
}

// MARK: - Walking

/// What a walk keeps while libclang calls back.
private struct WalkState {
  /// Identities of the cursors from the root's child down to the last one visited.
  var ancestors: [UInt] = []
  let root: UInt
  let body: (Cursor, Int) -> Step

  /// Cuts the ancestors down to `parent` and returns their number. Amortised constant time, because
  /// the visit is in preorder.
  mutating func settle(parent: UInt) -> Int {
    if parent == root {
      ancestors.removeAll(keepingCapacity: true)
      return 0
    }
    if let last = ancestors.lastIndex(of: parent) { ancestors.removeSubrange((last + 1)...) }
    return ancestors.count
  }

  mutating func visit(_ cursor: CXCursor, parent: CXCursor) -> CXChildVisitResult {
    let depth = settle(parent: Cursor.identity(of: parent))
    let cursor = Cursor(cursor)
    ancestors.append(cursor.identity)
    switch body(cursor, depth) {
    case .continue: return CXChildVisit_Continue
    case .descend: return CXChildVisit_Recurse
    case .stop: return CXChildVisit_Break
    }
  }
}

private let visitor: CXCursorVisitor = { cursor, parent, data in
  guard let data = unsafe data else { return CXChildVisit_Break }
  return unsafe data.assumingMemoryBound(to: WalkState.self).pointee.visit(cursor, parent: parent)
}

extension TranslationUnit {
  /// Visits everything below `root` in preorder; `body` gets each cursor and its depth (0 for the
  /// root's children) and says whether to go below it.
  ///
  /// Statements do not deepen the stack; nested declarations and types do.
  package func walk(_ root: Cursor, _ body: (Cursor, _ depth: Int) -> Step) {
    withoutActuallyEscaping(body) { body in
      var state = WalkState(root: root.identity, body: body)
      unsafe withUnsafeMutablePointer(to: &state) { state in
        _ = unsafe table.visitChildren(root.raw, visitor, CXClientData(state))
      }
    }
  }
}

// MARK: - Cursors

extension TranslationUnit {
  private func cursor(_ raw: CXCursor) -> Cursor? {
    // Null and other invalid cursors have the numbers 70 to 73.
    (70...73).contains(raw.kind.rawValue) ? nil : Cursor(raw)
  }

  /// The declaration that an expression, a reference or a macro expansion names.
  package func referenced(by c: Cursor) -> Cursor? {
    cursor(table.getCursorReferenced(c.raw))
  }

  /// The definition, if this unit has it.
  package func definition(of c: Cursor) -> Cursor? {
    cursor(table.getCursorDefinition(c.raw))
  }

  /// The first declaration of the same thing.
  package func canonical(_ c: Cursor) -> Cursor {
    cursor(table.getCanonicalCursor(c.raw)) ?? c
  }

  /// The namespace, type or function around a declaration; nil at the top.
  package func parent(of c: Cursor) -> Cursor? {
    guard let parent = cursor(table.getCursorSemanticParent(c.raw)) else { return nil }
    return isRoot(parent) ? nil : parent
  }

  private func isRoot(_ c: Cursor) -> Bool {
    c.raw.kind.rawValue == 300 || c.raw.kind.rawValue == 350
  }

  /// The template that a specialisation or an instantiation comes from.
  package func template(of c: Cursor) -> Cursor? {
    cursor(table.getSpecializedCursorTemplate(c.raw))
  }

  package func spelling(of c: Cursor) -> String {
    unsafe table.text(table.getCursorSpelling(c.raw))
  }
  package func usr(of c: Cursor) -> String { unsafe table.text(table.getCursorUSR(c.raw)) }

  package func linkage(of c: Cursor) -> Linkage {
    switch table.getCursorLinkage(c.raw) {
    case CXLinkage_External: .program
    case CXLinkage_Internal, CXLinkage_UniqueExternal: .file
    default: .none
    }
  }

  package func isDefinition(_ c: Cursor) -> Bool { table.isCursorDefinition(c.raw) != 0 }
  package func isAnonymous(_ c: Cursor) -> Bool { table.isAnonymous(c.raw) != 0 }
  package func isVirtual(_ c: Cursor) -> Bool { table.isMethodVirtual(c.raw) != 0 }
  package func isStaticMethod(_ c: Cursor) -> Bool { table.isMethodStatic(c.raw) != 0 }
  package func isConstMethod(_ c: Cursor) -> Bool { table.isMethodConst(c.raw) != 0 }
  package func isAbstract(_ c: Cursor) -> Bool { table.isRecordAbstract(c.raw) != 0 }
  package func isScopedEnum(_ c: Cursor) -> Bool { table.isEnumScoped(c.raw) != 0 }
  package func isThreadLocal(_ c: Cursor) -> Bool {
    table.getCursorTLSKind(c.raw) != CXTLS_None
  }
  package func isExtern(_ c: Cursor) -> Bool {
    table.getStorageClass(c.raw) == CX_SC_Extern
  }

  /// Whether a variable lives as long as the program or the thread.
  package func isGlobalStorage(_ c: Cursor) -> Bool {
    table.hasVarDeclGlobalStorage(c.raw) == 1
  }

  /// The candidates of a name that the parser could not settle.
  package func overloads(of c: Cursor) -> (count: Int, first: Cursor?) {
    let count = table.getNumOverloadedDecls(c.raw)
    return (Int(count), count > 0 ? cursor(table.getOverloadedDecl(c.raw, 0)) : nil)
  }

  /// The argument of a call at `position`.
  package func argument(_ position: Int, of c: Cursor) -> Cursor? {
    cursor(table.getArgument(c.raw, CUnsignedInt(position)))
  }

  /// The value of a constant integer expression.
  package func integerValue(of c: Cursor) -> Int? {
    guard let result = unsafe table.evaluate(c.raw) else { return nil }
    defer { unsafe table.evalResultDispose(result) }
    guard unsafe table.evalResultKind(result) == CXEval_Int else { return nil }
    return unsafe Int(table.evalResultAsInt(result))
  }
}

// MARK: - Types

/// The shape of a type, as far as reads and writes depend on it.
package enum TypeShape {
  case pointer, array, record, reference, function, other
}

extension TranslationUnit {
  /// The shape of an expression's or a declaration's type, aliases resolved.
  package func shape(of c: Cursor) -> TypeShape {
    let type = table.getCanonicalType(table.getCursorType(c.raw))
    switch type.kind {
    case CXType_Pointer: return .pointer
    case CXType_ConstantArray, CXType_IncompleteArray, CXType_VariableArray,
      CXType_DependentSizedArray:
      return .array
    case CXType_Record: return .record
    case CXType_LValueReference, CXType_RValueReference: return .reference
    case CXType_FunctionProto, CXType_FunctionNoProto: return .function
    default: return .other
    }
  }

  package func haveSameType(_ a: Cursor, _ b: Cursor) -> Bool {
    table.equalTypes(
      table.getCanonicalType(table.getCursorType(a.raw)),
      table.getCanonicalType(table.getCursorType(b.raw))) != 0
  }

  /// Whether a variable's own storage can change after it is initialised: not `const`, not an array
  /// of `const`, not a reference.
  package func isMutable(_ c: Cursor) -> Bool {
    var type = table.getCanonicalType(table.getCursorType(c.raw))
    while true {
      if type.kind == CXType_LValueReference || type.kind == CXType_RValueReference { return false }
      if table.isConstQualifiedType(type) != 0 { return false }
      let element = table.getArrayElementType(type)
      if element.kind == CXType_Invalid { return true }
      type = table.getCanonicalType(element)
    }
  }

  /// The declaration of the type that a `typedef` or `using` gives a name to.
  package func aliasedType(of c: Cursor) -> Cursor? {
    let type = table.getCanonicalType(table.getTypedefUnderlyingType(c.raw))
    return cursor(table.getTypeDeclaration(type))
  }
}
