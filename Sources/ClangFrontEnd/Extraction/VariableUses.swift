internal import ClangBinding
internal import Facts

/// What a method call does to the object that it is made on.
enum ObjectAccess {
  case reads, writes
  /// It gives access to a part of the object; what is done with that part decides.
  case passes
}

/// How code uses a global variable that it names, told by what stands above the name.
extension TreeWalk {
  /// The kinds of use that the name `cursor`, the `position`-th child of its parent, stands for.
  ///
  /// The tree says where a variable's value is fetched: there the parser puts a conversion around
  /// the name. Where it does not, the variable itself is assigned, changed or pointed to. That works
  /// inside macros, where there is no text to look at. O(depth of the expression).
  func variableUses(_ cursor: Cursor, position: Int) -> [EdgeKind] {
    var child = cursor
    var position = position
    var isDecayed = false
    var i = frames.count - 1
    while i >= 0 {
      let frame = frames[i]
      switch frame.kind {
      case .paren: break
      case .unexposed:
        switch unit.shape(of: child) {
        case .array: isDecayed = true
        case .record: break
        default: return [.globalRead]
        }
      case .element:
        guard position == 0 else { return [.globalRead] }
        isDecayed = false
      case .memberExpr:
        switch frame.objectAccess {
        case .writes: return [.globalWrite]
        case .reads where isMethodName(frame.cursor): return [.globalRead]
        case .passes: i -= 1  // the call whose function this is
        case .reads: break
        }
      case .unary:
        if isDecayed {
          isDecayed = false
        } else {
          return unit.haveSameType(frame.cursor, child) ? [.globalRead, .globalWrite] : [.address]
        }
      case .binary:
        if isDecayed { return [decayedUse(cursor)] }
        return position == 0 && assigns(after: child) ? [.globalWrite] : [.globalRead]
      case .compoundAssign:
        return position == 0 ? [.globalRead, .globalWrite] : [.globalRead]
      case .call:
        if isDecayed { return [decayedUse(cursor)] }
        guard position == 0, frame.target != .none else { return [.globalRead] }
        switch frame.objectAccess {
        case .writes: return [.globalWrite]
        case .reads: return [.globalRead]
        case .passes: break
        }
      default:
        return [isDecayed ? decayedUse(cursor) : .globalRead]
      }
      child = frames[max(i, 0)].cursor
      position = frames[max(i, 0)].position
      i -= 1
    }
    return [.globalRead]
  }

  /// An array whose address goes elsewhere may be written there, unless it is constant.
  private func decayedUse(_ cursor: Cursor) -> EdgeKind {
    unit.isMutable(cursor) ? .address : .globalRead
  }

  private func isMethodName(_ member: Cursor) -> Bool {
    unit.referenced(by: member)?.kind.isFunction ?? false
  }

  /// Whether the operator behind `left` is `=`. Only asked where the tree says so already, to except
  /// the comma of C++ and operators in templates, which have no conversions yet.
  private func assigns(after left: Cursor) -> Bool {
    let end = unit.end(of: left)
    guard let draft = draft(symbols.number(of: end.file)) else { return true }
    let bytes = drafts[draft].bytes
    var at = Int(end.offset)
    while at < bytes.count, bytes[at].isBlank || bytes[at] == UInt8(ascii: ")") { at += 1 }
    guard at + 1 < bytes.count else { return true }
    switch bytes[at] {
    case UInt8(ascii: "="): return bytes[at + 1] != UInt8(ascii: "=")
    case UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "!"):
      return false
    default: return true
    }
  }

  /// What a call of `method` does to its object, by its type and, for the few methods that have a
  /// constant and another form, by its name.
  func objectAccess(of method: Cursor) -> ObjectAccess {
    if let known = methodAccess[method.identity] { return known }
    let access: ObjectAccess
    if unit.isConstMethod(method) || unit.isStaticMethod(method) {
      access = .reads
    } else {
      let name = unit.spelling(of: method)
      access =
        Self.passing.contains(name) ? .passes : Self.reading.contains(name) ? .reads : .writes
    }
    methodAccess[method.identity] = access
    return access
  }

  private static let passing: Set<String> = [
    "operator[]", "operator*", "operator->", "at", "front", "back", "value", "get", "top", "data",
  ]
  private static let reading: Set<String> = [
    "begin", "end", "rbegin", "rend", "find", "lower_bound", "upper_bound", "equal_range",
    "operator()", "operator bool",
  ]
}
