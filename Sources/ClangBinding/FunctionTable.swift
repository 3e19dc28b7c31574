internal import CClang
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The functions of libclang that the binding calls, looked up at run time.
///
/// Every function here exists since LLVM 14 or earlier; what is newer must be optional.
@safe struct FunctionTable: @unchecked Sendable {
  // Library, index and unit.
  let getClangVersion: @convention(c) () -> CXString
  let getCString: @convention(c) (CXString) -> UnsafePointer<CChar>?
  let disposeString: @convention(c) (CXString) -> Void
  let createIndex: @convention(c) (CInt, CInt) -> CXIndex?
  let disposeIndex: @convention(c) (CXIndex?) -> Void
  let parseTranslationUnit:
    @convention(c) (
      CXIndex?, UnsafePointer<CChar>?, UnsafePointer<UnsafePointer<CChar>?>?, CInt,
      UnsafeMutablePointer<CXUnsavedFile>?, CUnsignedInt, CUnsignedInt,
      UnsafeMutablePointer<CXTranslationUnit?>?
    ) -> CXErrorCode
  let disposeTranslationUnit: @convention(c) (CXTranslationUnit?) -> Void
  let getTranslationUnitCursor: @convention(c) (CXTranslationUnit?) -> CXCursor

  // Cursors.
  let visitChildren: @convention(c) (CXCursor, CXCursorVisitor?, CXClientData?) -> CUnsignedInt
  let getCursorReferenced: CursorMap
  let getCursorDefinition: CursorMap
  let getCanonicalCursor: CursorMap
  let getCursorSemanticParent: CursorMap
  let getSpecializedCursorTemplate: CursorMap
  let getCursorSpelling: CursorText
  let getCursorUSR: CursorText
  let getCursorLinkage: @convention(c) (CXCursor) -> CXLinkageKind
  let getCursorTLSKind: @convention(c) (CXCursor) -> CXTLSKind
  let getStorageClass: @convention(c) (CXCursor) -> CX_StorageClass
  let isCursorDefinition: CursorTest
  let hasVarDeclGlobalStorage: CursorCount
  let isAnonymous: CursorTest
  let isMethodVirtual: CursorTest
  let isMethodStatic: CursorTest
  let isMethodConst: CursorTest
  let isRecordAbstract: CursorTest
  let isEnumScoped: CursorTest
  let getNumOverloadedDecls: CursorTest
  let getOverloadedDecl: @convention(c) (CXCursor, CUnsignedInt) -> CXCursor
  let getArgument: @convention(c) (CXCursor, CUnsignedInt) -> CXCursor
  let evaluate: @convention(c) (CXCursor) -> CXEvalResult?
  let evalResultKind: @convention(c) (CXEvalResult?) -> CXEvalResultKind
  let evalResultAsInt: @convention(c) (CXEvalResult?) -> CInt
  let evalResultDispose: @convention(c) (CXEvalResult?) -> Void

  // Types.
  let getCursorType: @convention(c) (CXCursor) -> CXType
  let getCanonicalType: TypeMap
  let getArrayElementType: TypeMap
  let getTypedefUnderlyingType: @convention(c) (CXCursor) -> CXType
  let getTypeDeclaration: @convention(c) (CXType) -> CXCursor
  let equalTypes: @convention(c) (CXType, CXType) -> CUnsignedInt
  let isConstQualifiedType: @convention(c) (CXType) -> CUnsignedInt

  // Places and files.
  let getCursorLocation: @convention(c) (CXCursor) -> CXSourceLocation
  let getCursorExtent: @convention(c) (CXCursor) -> CXSourceRange
  let getRangeStart: @convention(c) (CXSourceRange) -> CXSourceLocation
  let getRangeEnd: @convention(c) (CXSourceRange) -> CXSourceLocation
  let getExpansionLocation: Locator
  let getFileLocation: Locator
  let getFileName: @convention(c) (CXFile?) -> CXString
  let getFileContents:
    @convention(c) (CXTranslationUnit?, CXFile?, UnsafeMutablePointer<Int>?)
      -> UnsafePointer<CChar>?
  let getFile: @convention(c) (CXTranslationUnit?, UnsafePointer<CChar>?) -> CXFile?
  let isFileMultipleIncludeGuarded: @convention(c) (CXTranslationUnit?, CXFile?) -> CUnsignedInt
  let getIncludedFile: @convention(c) (CXCursor) -> CXFile?
  let getAllSkippedRanges:
    @convention(c) (CXTranslationUnit?) -> UnsafeMutablePointer<CXSourceRangeList>?
  let disposeSourceRangeList: @convention(c) (UnsafeMutablePointer<CXSourceRangeList>?) -> Void

  // Diagnostics.
  let getNumDiagnostics: @convention(c) (CXTranslationUnit?) -> CUnsignedInt
  let getDiagnostic: @convention(c) (CXTranslationUnit?, CUnsignedInt) -> CXDiagnostic?
  let disposeDiagnostic: @convention(c) (CXDiagnostic?) -> Void
  let getDiagnosticSeverity: @convention(c) (CXDiagnostic?) -> CXDiagnosticSeverity
  let getDiagnosticSpelling: @convention(c) (CXDiagnostic?) -> CXString
  let getDiagnosticLocation: @convention(c) (CXDiagnostic?) -> CXSourceLocation
}

extension FunctionTable {
  typealias CursorMap = @convention(c) (CXCursor) -> CXCursor
  typealias CursorText = @convention(c) (CXCursor) -> CXString
  typealias CursorTest = @convention(c) (CXCursor) -> CUnsignedInt
  typealias CursorCount = @convention(c) (CXCursor) -> CInt
  typealias TypeMap = @convention(c) (CXType) -> CXType
  typealias Locator =
    @convention(c) (
      CXSourceLocation, UnsafeMutablePointer<CXFile?>?, UnsafeMutablePointer<CUnsignedInt>?,
      UnsafeMutablePointer<CUnsignedInt>?, UnsafeMutablePointer<CUnsignedInt>?
    ) -> Void

  /// The table of an open library; throws the name of the first function that it lacks.
  init(of library: DynamicLibrary) throws(ClangLibraryError) {
    unsafe getClangVersion = try library.function("clang_getClangVersion")
    unsafe getCString = try library.function("clang_getCString")
    unsafe disposeString = try library.function("clang_disposeString")
    unsafe createIndex = try library.function("clang_createIndex")
    unsafe disposeIndex = try library.function("clang_disposeIndex")
    unsafe parseTranslationUnit = try library.function("clang_parseTranslationUnit2")
    unsafe disposeTranslationUnit = try library.function("clang_disposeTranslationUnit")
    unsafe getTranslationUnitCursor = try library.function("clang_getTranslationUnitCursor")
    unsafe visitChildren = try library.function("clang_visitChildren")
    unsafe getCursorReferenced = try library.function("clang_getCursorReferenced")
    unsafe getCursorDefinition = try library.function("clang_getCursorDefinition")
    unsafe getCanonicalCursor = try library.function("clang_getCanonicalCursor")
    unsafe getCursorSemanticParent = try library.function("clang_getCursorSemanticParent")
    unsafe getSpecializedCursorTemplate = try library.function("clang_getSpecializedCursorTemplate")
    unsafe getCursorSpelling = try library.function("clang_getCursorSpelling")
    unsafe getCursorUSR = try library.function("clang_getCursorUSR")
    unsafe getCursorLinkage = try library.function("clang_getCursorLinkage")
    unsafe getCursorTLSKind = try library.function("clang_getCursorTLSKind")
    unsafe getStorageClass = try library.function("clang_Cursor_getStorageClass")
    unsafe isCursorDefinition = try library.function("clang_isCursorDefinition")
    unsafe hasVarDeclGlobalStorage = try library.function("clang_Cursor_hasVarDeclGlobalStorage")
    unsafe isAnonymous = try library.function("clang_Cursor_isAnonymous")
    unsafe isMethodVirtual = try library.function("clang_CXXMethod_isVirtual")
    unsafe isMethodStatic = try library.function("clang_CXXMethod_isStatic")
    unsafe isMethodConst = try library.function("clang_CXXMethod_isConst")
    unsafe isRecordAbstract = try library.function("clang_CXXRecord_isAbstract")
    unsafe isEnumScoped = try library.function("clang_EnumDecl_isScoped")
    unsafe getNumOverloadedDecls = try library.function("clang_getNumOverloadedDecls")
    unsafe getOverloadedDecl = try library.function("clang_getOverloadedDecl")
    unsafe getArgument = try library.function("clang_Cursor_getArgument")
    unsafe evaluate = try library.function("clang_Cursor_Evaluate")
    unsafe evalResultKind = try library.function("clang_EvalResult_getKind")
    unsafe evalResultAsInt = try library.function("clang_EvalResult_getAsInt")
    unsafe evalResultDispose = try library.function("clang_EvalResult_dispose")
    unsafe getCursorType = try library.function("clang_getCursorType")
    unsafe getCanonicalType = try library.function("clang_getCanonicalType")
    unsafe getArrayElementType = try library.function("clang_getArrayElementType")
    unsafe getTypedefUnderlyingType = try library.function("clang_getTypedefDeclUnderlyingType")
    unsafe getTypeDeclaration = try library.function("clang_getTypeDeclaration")
    unsafe equalTypes = try library.function("clang_equalTypes")
    unsafe isConstQualifiedType = try library.function("clang_isConstQualifiedType")
    unsafe getCursorLocation = try library.function("clang_getCursorLocation")
    unsafe getCursorExtent = try library.function("clang_getCursorExtent")
    unsafe getRangeStart = try library.function("clang_getRangeStart")
    unsafe getRangeEnd = try library.function("clang_getRangeEnd")
    unsafe getExpansionLocation = try library.function("clang_getExpansionLocation")
    unsafe getFileLocation = try library.function("clang_getFileLocation")
    unsafe getFileName = try library.function("clang_getFileName")
    unsafe getFileContents = try library.function("clang_getFileContents")
    unsafe getFile = try library.function("clang_getFile")
    unsafe isFileMultipleIncludeGuarded =
      try library.function("clang_isFileMultipleIncludeGuarded")
    unsafe getIncludedFile = try library.function("clang_getIncludedFile")
    unsafe getAllSkippedRanges = try library.function("clang_getAllSkippedRanges")
    unsafe disposeSourceRangeList = try library.function("clang_disposeSourceRangeList")
    unsafe getNumDiagnostics = try library.function("clang_getNumDiagnostics")
    unsafe getDiagnostic = try library.function("clang_getDiagnostic")
    unsafe disposeDiagnostic = try library.function("clang_disposeDiagnostic")
    unsafe getDiagnosticSeverity = try library.function("clang_getDiagnosticSeverity")
    unsafe getDiagnosticSpelling = try library.function("clang_getDiagnosticSpelling")
    unsafe getDiagnosticLocation = try library.function("clang_getDiagnosticLocation")
  }

  /// The bytes of a string that libclang returned, which is released.
  func bytes(_ string: CXString) -> [UInt8] {
    defer { unsafe disposeString(string) }
    guard let start = unsafe getCString(string) else { return [] }
    let count = unsafe strlen(start)
    return unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe [UInt8](UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The text of a string that libclang returned, invalid UTF-8 replaced; the string is released.
  func text(_ string: CXString) -> String {
    defer { unsafe disposeString(string) }
    guard let start = unsafe getCString(string) else { return "" }
    return unsafe String(cString: start)
  }
}
