/// A language or format that cleave reads, by its stable identifier.
package enum Language: String, Sendable, Hashable, CaseIterable, Comparable {
  case c
  case cpp
  case go
  case java
  case kotlin
  case python
  case sql
  case yaml
  case crontab
  case systemd

  /// The name that people use.
  package var displayName: String {
    switch self {
    case .c: "C"
    case .cpp: "C++"
    case .go: "Go"
    case .java: "Java"
    case .kotlin: "Kotlin"
    case .python: "Python"
    case .sql: "SQL"
    case .yaml: "YAML"
    case .crontab: "crontab"
    case .systemd: "systemd unit"
    }
  }

  /// Whether files of this language hold program code: they are nodes of the graph and members of
  /// boundaries. The others only declare things about code.
  package var isCode: Bool {
    switch self {
    case .c, .cpp, .go, .java, .kotlin, .python: true
    case .sql, .yaml, .crontab, .systemd: false
    }
  }

  /// What people call that by which a file takes in another.
  package var importNoun: String { isCFamily ? "header" : "import" }

  /// Languages whose files include the text of headers.
  package var isCFamily: Bool { self == .c || self == .cpp }

  package static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }
}
