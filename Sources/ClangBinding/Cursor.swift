internal import CClang

/// A place in the syntax tree of a ``TranslationUnit``; meaningless once the unit is gone.
package struct Cursor {
  let raw: CXCursor
  package let kind: CursorKind

  init(_ raw: CXCursor) {
    self.raw = raw
    kind = CursorKind(raw.kind)
  }

  /// Equal for cursors of the same declaration, attribute or expression, within one unit.
  package var identity: UInt { Self.identity(of: raw) }

  /// Expressions, statements and attributes carry their declaration first and themselves second.
  static func identity(of raw: CXCursor) -> UInt {
    let isInner = (100..<500).contains(raw.kind.rawValue) && raw.kind.rawValue != unitKindBefore15
    return unsafe UInt(bitPattern: isInner ? raw.data.1 : raw.data.0)
  }

  /// LLVM 14 numbers the whole unit 300, later versions 350; both carry themselves first or not at
  /// all, and nothing else has either number.
  private static let unitKindBefore15: UInt32 = 300
}

/// A file of a ``TranslationUnit``, comparable within the unit only.
///
/// From LLVM 18 on, a file that was reached by two spellings of its path has two handles.
package struct FileHandle: Hashable {
  /// The address of libclang's file, never read through outside the binding.
  let address: UInt

  init?(_ file: CXFile?) {
    guard let file = unsafe file else { return nil }
    address = UInt(bitPattern: file)
  }

  var raw: CXFile? { unsafe CXFile(bitPattern: address) }
}

/// A place in a file. Lines are one-based, offsets count bytes from zero.
package struct SourcePosition {
  /// Nil in the predefined buffers and on the command line.
  package var file: FileHandle?
  package var line: UInt32
  package var offset: UInt32
}

/// What a symbol can be seen from.
package enum Linkage {
  case none, file, program
}

/// A condition-off or otherwise marked stretch of one file.
package struct SourceStretch {
  package var file: FileHandle
  package var startOffset: UInt32
  package var endOffset: UInt32
}

/// What the visitor wants next.
package enum Step {
  case `continue`, descend, stop
}
