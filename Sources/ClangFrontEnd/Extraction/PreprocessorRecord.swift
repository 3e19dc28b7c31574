internal import Basics
internal import ClangBinding

/// What the preprocessor did in one unit, as far as project files have a part in it.
struct PreprocessorRecord {
  /// An inclusion that was carried out, or tried.
  struct Inclusion {
    var source: FileNumber
    /// ``FileNumber/none`` where the file was not found.
    var target: FileNumber
    var line: UInt32
    var offset: UInt32
    /// The name, read only where the file was not found.
    var missingName: String?
  }

  /// A definition or an expansion in a project file.
  struct Macro {
    var cursor: Cursor
    var file: FileNumber
    var line: UInt32
  }

  private(set) var inclusions: [Inclusion] = []
  private(set) var definitions: [Macro] = []
  private(set) var expansions: [Macro] = []

  /// Reads the record, which stands before the declarations, and numbers every file it names.
  init(_ unit: TranslationUnit, files: inout UnitFiles) {
    unit.walk(unit.root) { cursor, _ in
      switch cursor.kind {
      case .inclusion: addInclusion(cursor, unit, &files)
      case .macroDefinition: Self.add(cursor, to: &definitions, unit, &files)
      case .macroExpansion: Self.add(cursor, to: &expansions, unit, &files)
      default: return cursor.kind == .other ? .continue : .stop
      }
      return .continue
    }
  }

  private mutating func addInclusion(
    _ cursor: Cursor, _ unit: TranslationUnit, _ files: inout UnitFiles
  ) {
    let position = unit.position(of: cursor)
    let source = files.number(of: position.file)
    let target = files.number(of: unit.includedFile(of: cursor))
    inclusions.append(
      Inclusion(
        source: source, target: target, line: position.line, offset: position.offset,
        missingName: target == .none ? unit.spelling(of: cursor) : nil))
  }

  private static func add(
    _ cursor: Cursor, to list: inout [Macro], _ unit: TranslationUnit, _ files: inout UnitFiles
  ) {
    let position = unit.position(of: cursor)
    let file = files.number(of: position.file)
    if files.isProject(file) { list.append(Macro(cursor: cursor, file: file, line: position.line)) }
  }
}
