internal import ClangBinding
package import Facts
package import FrontEnd

/// C, C++ and Objective-C by libclang.
package struct ClangFrontEnd: FrontEnd {
  private let library: Result<ClangLibrary, ClangLibraryError>

  /// Takes the library at `path`, else the newest one that is installed.
  package init(library path: String?) {
    do throws(ClangLibraryError) {
      library = .success(try ClangLibrary.load(override: path))
    } catch {
      library = .failure(error)
    }
  }

  package var name: String { "clang" }
  package var languages: [Language] { [.c, .cpp, .objc, .objcpp] }
  package var isIsolated: Bool { true }

  package var revision: String {
    "5 \(SQLScanner.revision) " + ((try? library.get().version) ?? "no libclang")
  }

  package func reader(of language: Language) -> String {
    "libclang, " + ((try? library.get().version) ?? "not found")
  }

  package var unavailability: String? {
    switch library {
    case .success: nil
    case .failure(let error): error.description
    }
  }

  /// What a process that parses must have in its environment, set before the first parse; see
  /// ``ClangBinding/ClangLibrary/workerEnvironment``.
  package static var workerEnvironment: [String: String] { ClangLibrary.workerEnvironment }

  package func plan(_ inventory: Inventory) -> ExtractionPlan {
    CompilationPlanner(frontEnd: name).plan(inventory)
  }

  package func makeExtractor(root: String) throws -> any Extractor {
    ClangExtractor(root: root, library: try library.get(), readers: .standard)
  }
}
