internal import CClang

/// Why a unit could not be parsed at all.
package enum ParseFailure: Error, Sendable, Equatable {
  /// The file cannot be read, or the arguments make no compilation.
  case rejected
  /// The parser crashed and its thread was given up.
  case crashed

  package var description: String {
    switch self {
    case .rejected: "the parser refused the file or its arguments"
    case .crashed: "the parser crashed"
    }
  }
}

/// What to parse, and how.
package struct ParseRequest {
  /// Absolute path, as the file system's bytes.
  package var path: [UInt8]
  package var arguments: [String]
  /// Contents that replace files on disk: absolute paths as bytes.
  package var overlays: [(path: [UInt8], content: [UInt8])]

  package init(
    path: [UInt8], arguments: [String], overlays: [(path: [UInt8], content: [UInt8])] = []
  ) {
    self.path = path
    self.arguments = arguments
    self.overlays = overlays
  }
}

/// A parser context. One thread at a time.
@safe package final class ClangIndex {
  let library: ClangLibrary
  private let handle: CXIndex?

  package init(library: ClangLibrary) {
    self.library = library
    unsafe handle = library.table.createIndex(0, 0)
  }

  deinit { unsafe library.table.disposeIndex(handle) }

  /// Parses one unit completely, with a record of what the preprocessor did.
  ///
  /// Errors in the source are diagnostics of the unit, not failures.
  package func parse(_ request: ParseRequest) throws(ParseFailure) -> TranslationUnit {
    let options =
      CXTranslationUnit_DetailedPreprocessingRecord.rawValue
      | CXTranslationUnit_KeepGoing.rawValue
      | CXTranslationUnit_IgnoreNonErrorsFromIncludedFiles.rawValue
    let buffers = ArgumentBuffers(request)
    var unit: CXTranslationUnit?
    let code = unsafe buffers.arguments.withUnsafeBufferPointer { arguments in
      unsafe buffers.unsaved.withUnsafeBufferPointer { unsaved in
        unsafe library.table.parseTranslationUnit(
          handle, buffers.path, arguments.baseAddress, CInt(arguments.count),
          UnsafeMutablePointer(mutating: unsaved.baseAddress), CUnsignedInt(unsaved.count),
          options, &unit)
      }
    }
    guard code == CXError_Success, let unit = unsafe unit else {
      throw code == CXError_Crashed ? .crashed : .rejected
    }
    return unsafe TranslationUnit(index: self, handle: unit)
  }
}

/// The C strings of a request, alive as long as this object.
@safe private final class ArgumentBuffers {
  let path: UnsafePointer<CChar>
  let arguments: [UnsafePointer<CChar>?]
  let unsaved: [CXUnsavedFile]
  private let owned: [UnsafeMutableBufferPointer<CChar>]

  init(_ request: ParseRequest) {
    var owned: [UnsafeMutableBufferPointer<CChar>] = unsafe []
    func terminated(_ bytes: some Collection<UInt8>) -> UnsafePointer<CChar> {
      let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
      var end = 0
      for byte in bytes {
        unsafe buffer[end] = CChar(bitPattern: byte)
        end += 1
      }
      unsafe buffer[end] = 0
      unsafe owned.append(buffer)
      return unsafe UnsafePointer(buffer.baseAddress!)
    }
    unsafe path = terminated(request.path)
    unsafe arguments = request.arguments.map { unsafe terminated($0.utf8) }
    unsafe unsaved = request.overlays.map { overlay in
      unsafe CXUnsavedFile(
        Filename: terminated(overlay.path), Contents: terminated(overlay.content),
        Length: CUnsignedLong(overlay.content.count))
    }
    unsafe self.owned = owned
  }

  deinit { unsafe owned.forEach { unsafe $0.deallocate() } }
}
