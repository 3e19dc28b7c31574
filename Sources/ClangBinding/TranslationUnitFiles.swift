internal import CClang

extension TranslationUnit {
  /// Where a person wrote the cursor's name; inside a macro, where the macro is expanded.
  package func position(of c: Cursor) -> SourcePosition {
    unsafe locate(table.getCursorLocation(c.raw), table.getExpansionLocation)
  }

  /// The file of ``position(of:)``.
  package func file(of c: Cursor) -> FileHandle? {
    var file: CXFile?
    unsafe table.getExpansionLocation(table.getCursorLocation(c.raw), &file, nil, nil, nil)
    return unsafe FileHandle(file)
  }

  /// Where the cursor's text begins; for the argument of a macro, where the argument is written.
  package func writtenStart(of c: Cursor) -> SourcePosition {
    unsafe locate(table.getRangeStart(table.getCursorExtent(c.raw)), table.getFileLocation)
  }

  package func start(of c: Cursor) -> SourcePosition {
    unsafe locate(table.getRangeStart(table.getCursorExtent(c.raw)), table.getExpansionLocation)
  }

  /// One past the last byte of the cursor's text.
  package func end(of c: Cursor) -> SourcePosition {
    unsafe locate(table.getRangeEnd(table.getCursorExtent(c.raw)), table.getExpansionLocation)
  }

  private func locate(
    _ location: CXSourceLocation, _ locator: FunctionTable.Locator
  ) -> SourcePosition {
    var file: CXFile?
    var line: CUnsignedInt = 0
    var offset: CUnsignedInt = 0
    unsafe locator(location, &file, &line, nil, &offset)
    return unsafe SourcePosition(file: FileHandle(file), line: line, offset: offset)
  }

  /// The path as the parser found it: absolute, or relative to its working directory.
  package func name(of file: FileHandle) -> [UInt8] {
    unsafe table.bytes(table.getFileName(file.raw))
  }

  /// The file that an inclusion directive reached; nil if it was not found.
  package func includedFile(of c: Cursor) -> FileHandle? {
    unsafe FileHandle(table.getIncludedFile(c.raw))
  }

  /// Whether a second inclusion has no effect (include guard, `#pragma once`).
  package func isGuarded(_ file: FileHandle) -> Bool {
    unsafe table.isFileMultipleIncludeGuarded(handle, file.raw) != 0
  }

  /// The file at an absolute path, if the unit has read it.
  package func file(at path: [UInt8]) -> FileHandle? {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer {
      unsafe FileHandle(table.getFile(handle, $0.baseAddress))
    }
  }

  /// Calls `body` with the bytes that the parser read; they live until it returns.
  package func withContents<R>(of file: FileHandle, _ body: (RawSpan) -> R) -> R {
    var size = 0
    guard let start = unsafe table.getFileContents(handle, file.raw, &size) else {
      return body(RawSpan())
    }
    return body(unsafe UnsafeRawBufferPointer(start: start, count: size).bytes)
  }

  /// The stretches that conditions switched off, in every file.
  package func skippedStretches() -> [SourceStretch] {
    guard let list = unsafe table.getAllSkippedRanges(handle) else { return [] }
    defer { unsafe table.disposeSourceRangeList(list) }
    return unsafe (0..<Int(list.pointee.count)).compactMap { i in
      let range = unsafe list.pointee.ranges[i]
      let start = unsafe locate(table.getRangeStart(range), table.getExpansionLocation)
      let end = unsafe locate(table.getRangeEnd(range), table.getExpansionLocation)
      guard let file = start.file else { return nil }
      return SourceStretch(file: file, startOffset: start.offset, endOffset: end.offset)
    }
  }

  /// An error that the parser reported.
  package struct ParseError {
    package var message: String
    package var position: SourcePosition
  }

  /// The errors, in the order of the source as it was read; warnings are left out.
  package func errors() -> [ParseError] {
    unsafe (0..<table.getNumDiagnostics(handle)).compactMap { i in
      let diagnostic = unsafe table.getDiagnostic(handle, i)
      defer { unsafe table.disposeDiagnostic(diagnostic) }
      let severity = unsafe table.getDiagnosticSeverity(diagnostic)
      guard severity == CXDiagnostic_Error || severity == CXDiagnostic_Fatal else { return nil }
      return unsafe ParseError(
        message: table.text(table.getDiagnosticSpelling(diagnostic)),
        position: locate(table.getDiagnosticLocation(diagnostic), table.getExpansionLocation))
    }
  }
}
