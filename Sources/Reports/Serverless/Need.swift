import Basics
import ReportModel

/// When the code behind a trigger is needed, whatever may stand against running it apart.
enum Need: Int, CaseIterable {
  /// People or programs wait for answers, or connections are held.
  case always
  /// The clock, an event or a rare request starts it, and it ends.
  case atTimes
  /// A person or the start of a process.
  case byHand

  init(_ finding: ServerlessEntry) {
    switch finding.kind {
    case "daemon", "duplex": self = .always
    case "cli", "startup", "signal", "inproc", "direct", "unknown": self = .byHand
    case "http", "rpc", "identity":
      let isRare = finding.reasons.contains {
        ($0.id == "F2" || $0.id == "F3") && ($0.points ?? 0) > 0
      }
      self = isRare || ServerlessText.isFlagged(finding.verdict) ? .atTimes : .always
    default: self = .atTimes
    }
  }

  var words: String {
    switch self {
    case .always: "on and on"
    case .atTimes: "at times"
    case .byHand: "not by events"
    }
  }
}

extension Sequence<ServerlessEntry> {
  /// Handlers that the findings are about: one that several triggers start counts once.
  var handlerCount: Int { Set(lazy.filter { !$0.symbol.isEmpty }.map(\.handler)).count }
}

extension ServerlessEntry {
  /// The code that is started, the same for each of its triggers.
  var handler: String { "\(place.text)#\(settings.function)#\(symbol)" }
}

/// Handlers that are needed alike and get the same verdict: a row of the split.
struct SplitRow {
  var need: Need
  var verdict: String
  var mode: String?
  var findings: [ServerlessEntry] = []

  var name: String { mode.map { "\(verdict), \($0)" } ?? verdict }

  /// Numbers of findings by the kind of their trigger.
  var kinds: [String: Int] {
    findings.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }

  /// The rules that decided, the most frequent first.
  var rules: [String] {
    var counts: [String: Int] = [:]
    for finding in findings {
      if let rule = finding.reasons.first(where: { $0.points == nil })?.id {
        counts[rule, default: 0] += 1
      }
    }
    return counts.keys.sorted {
      counts[$0] != counts[$1] ? counts[$0]! > counts[$1]! : $0.precedesBytewise($1)
    }
  }

  /// Rows of all findings that reach code: what runs on and on first, flagged before the rest.
  static func rows(_ report: ServerlessReport) -> [SplitRow] {
    var rows: [SplitRow] = []
    for finding in report.findings where !finding.symbol.isEmpty {
      let need = Need(finding)
      if let row = rows.firstIndex(where: {
        $0.need == need && $0.verdict == finding.verdict && $0.mode == finding.mode
      }) {
        rows[row].findings.append(finding)
      } else {
        rows.append(
          SplitRow(
            need: need, verdict: finding.verdict, mode: finding.mode, findings: [finding]))
      }
    }
    return rows.sorted { a, b in
      if a.need != b.need { return a.need.rawValue < b.need.rawValue }
      let (one, other) = (ServerlessText.isFlagged(a.verdict), ServerlessText.isFlagged(b.verdict))
      return one != other ? one : a.name.precedesBytewise(b.name)
    }
  }
}
