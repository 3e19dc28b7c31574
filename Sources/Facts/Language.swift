/// A language or format that cleave reads, by its stable identifier.
package enum Language: String, Sendable, Hashable, CaseIterable, Comparable {
  case c
  case cpp
  case csharp
  case go
  case java
  case javascript
  case jsp
  case kotlin
  case objc
  case objcpp
  case php
  case python
  case ruby
  case rust
  case scala
  case sql
  case swift
  case tsx
  case typescript
  case xml
  case yaml
  case json
  case toml
  case hcl
  case bicep
  case proto
  case procfile
  case crontab
  case systemd

  /// The name that people use.
  package var displayName: String {
    switch self {
    case .c: "C"
    case .cpp: "C++"
    case .csharp: "C#"
    case .go: "Go"
    case .java: "Java"
    case .javascript: "JavaScript"
    case .jsp: "JSP"
    case .kotlin: "Kotlin"
    case .objc: "Objective-C"
    case .objcpp: "Objective-C++"
    case .php: "PHP"
    case .python: "Python"
    case .ruby: "Ruby"
    case .rust: "Rust"
    case .scala: "Scala"
    case .sql: "SQL"
    case .swift: "Swift"
    case .tsx: "TSX"
    case .typescript: "TypeScript"
    case .xml: "XML"
    case .yaml: "YAML"
    case .json: "JSON"
    case .toml: "TOML"
    case .hcl: "HCL"
    case .bicep: "Bicep"
    case .proto: "Protocol Buffers"
    case .procfile: "Procfile"
    case .crontab: "crontab"
    case .systemd: "systemd unit"
    }
  }

  /// Whether files of this language hold program code: they are nodes of the graph and members of
  /// boundaries. The others only declare things about code.
  package var isCode: Bool {
    switch self {
    case .sql, .xml, .yaml, .json, .toml, .hcl, .bicep, .proto, .procfile, .crontab, .systemd:
      false
    default: true
    }
  }

  /// Whether its files hold ``DeclaredLink``s, which are resolved together with the code.
  package var namesCode: Bool { self == .xml }

  /// Whether a folder is one unit of the language, whose files see each other without imports.
  package var foldersArePackages: Bool {
    switch self {
    case .csharp, .go, .java, .kotlin, .php, .ruby, .scala: true
    default: false
    }
  }

  /// Whether names of types and functions that differ only in case are the same.
  package var ignoresCase: Bool { self == .php }

  /// What people call that by which a file takes in another.
  package var importNoun: String { isCFamily ? "header" : "import" }

  /// Languages whose files include the text of headers.
  package var isCFamily: Bool { self == .c || isPlusPlus || self == .objc }

  /// Languages of the family that have the rules of C++.
  package var isPlusPlus: Bool { self == .cpp || self == .objcpp }

  /// Languages of the family that have classes whose methods are sent as messages.
  package var isObjective: Bool { self == .objc || self == .objcpp }

  package static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }
}
