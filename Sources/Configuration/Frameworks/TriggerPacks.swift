internal import Basics

/// The packs of triggers that come with the tool: a file for each family of languages, read only where
/// a project has one of them.
extension FrameworkPack {
  private struct Source {
    var name: String
    var languages: Set<String>
    var bytes: @Sendable () -> [UInt8]
  }

  private static let sources: [Source] = [
    Source(name: "suitability-jvm", languages: ["java", "kotlin", "scala"]) {
      PackageResources.suitability_jvm_yml
    },
    Source(
      name: "suitability-scripts",
      languages: ["javascript", "typescript", "tsx", "python", "ruby", "php"]
    ) {
      PackageResources.suitability_scripts_yml
    },
    Source(
      name: "suitability-compiled",
      languages: ["c", "cpp", "objc", "objcpp", "csharp", "go", "rust", "swift"]
    ) {
      PackageResources.suitability_compiled_yml
    },
    Source(name: "triggers-c", languages: ["c", "cpp", "objc", "objcpp"]) {
      PackageResources.triggers_c_yml
    },
    Source(name: "triggers-dotnet", languages: ["csharp"]) {
      PackageResources.triggers_dotnet_yml
    },
    Source(name: "triggers-ecma", languages: ["javascript", "typescript", "tsx"]) {
      PackageResources.triggers_ecma_yml
    },
    Source(name: "triggers-go", languages: ["go"]) { PackageResources.triggers_go_yml },
    Source(name: "triggers-jvm", languages: ["java", "kotlin", "scala"]) {
      PackageResources.triggers_jvm_yml
    },
    Source(name: "triggers-php", languages: ["php"]) { PackageResources.triggers_php_yml },
    Source(name: "triggers-python", languages: ["python"]) {
      PackageResources.triggers_python_yml
    },
    Source(name: "triggers-ruby", languages: ["ruby"]) { PackageResources.triggers_ruby_yml },
    Source(name: "triggers-rust", languages: ["rust"]) { PackageResources.triggers_rust_yml },
    Source(name: "triggers-swift", languages: ["swift"]) { PackageResources.triggers_swift_yml },
  ]

  /// Packs with triggers for some languages, by their identifiers; all of them for nil.
  package static func standardTriggers(of languages: Set<String>? = nil) -> [FrameworkPack] {
    sources.filter { languages?.isDisjoint(with: $0.languages) == false || languages == nil }
      .flatMap { source in
        do throws(ConfigurationError) {
          return try packs(
            text: String(decoding: source.bytes(), as: UTF8.self), path: source.name + ".yml"
          ).filter { pack in languages.map { !$0.isDisjoint(with: pack.languages) } ?? true }
        } catch {
          preconditionFailure("a rule pack of the tool is damaged: \(error)")
        }
      }
  }

  /// Whether it has rules about what starts code, or about how that could run.
  package var speaksOfTriggers: Bool {
    !(triggers.isEmpty && mounts.isEmpty && criteria.isEmpty)
  }

  /// The same with those of a repository, which replace packs of the same name.
  package static func withTriggers(
    of languages: Set<String>, and own: [FrameworkPack]
  ) -> [FrameworkPack] {
    let names = Set(own.map(\.name))
    return standardTriggers(of: languages).filter { !names.contains($0.name) }
      + own.filter(\.speaksOfTriggers)
  }
}
