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

  /// A definition in a project file.
  struct Macro {
    var cursor: Cursor
    var file: FileNumber
    var line: UInt32
  }

  /// An expansion in a project file, or a condition that asks whether a macro is defined.
  struct Expansion {
    var definition: Cursor
    /// ``FileNumber/none`` for the command line and the compiler.
    var definitionFile: FileNumber
    var file: FileNumber
    var line: UInt32
  }

  private(set) var inclusions: [Inclusion] = []
  private(set) var definitions: [Macro] = []
  private(set) var expansions: [Expansion] = []
  private var definitionFiles: [UInt: FileNumber] = [:]

  /// Reads the record, which stands before the declarations, and numbers every file it names.
  init(_ unit: TranslationUnit, files: inout UnitFiles) {
    unit.walk(unit.root) { cursor, _ in
      switch cursor.kind {
      case .inclusion: addInclusion(cursor, unit, &files)
      case .macroDefinition: addDefinition(cursor, unit, &files)
      case .macroExpansion: addExpansion(cursor, unit, &files)
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

  private mutating func addDefinition(
    _ cursor: Cursor, _ unit: TranslationUnit, _ files: inout UnitFiles
  ) {
    let position = unit.position(of: cursor)
    let file = files.number(of: position.file)
    guard files.isProject(file) else { return }
    definitions.append(Macro(cursor: cursor, file: file, line: position.line))
  }

  private mutating func addExpansion(
    _ cursor: Cursor, _ unit: TranslationUnit, _ files: inout UnitFiles
  ) {
    let position = unit.position(of: cursor)
    let file = files.number(of: position.file)
    guard files.isProject(file), let definition = unit.referenced(by: cursor) else { return }
    let home = definitionFiles[definition.identity] ?? files.number(of: unit.file(of: definition))
    definitionFiles[definition.identity] = home
    expansions.append(
      Expansion(definition: definition, definitionFile: home, file: file, line: position.line))
  }
}
