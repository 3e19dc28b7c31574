internal import Basics
internal import Facts

/// Turns a unit file into declarations of triggers.
struct SystemdReader {
  let unit: SystemdUnit
  let path: String
  /// What a timer, path or socket unit starts, if its file was found.
  let service: SystemdUnit?
  /// Another unit starts this service, and declares it.
  let isStarted: Bool

  func read(into findings: inout ConfigurationFindings) {
    switch path.split(separator: ".").last {
    case "timer": readTimer(&findings)
    case "path":
      for setting in unit.all(
        "Path", "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty")
      {
        declare(.storage, "path", setting, [("source", setting.value)], &findings)
      }
    case "socket":
      for setting in unit.all("Socket", "ListenStream", "ListenDatagram") {
        declare(.duplex, "socket", setting, [("source", setting.value)], &findings)
      }
    default: readService(&findings)
    }
  }

  private func readTimer(_ findings: inout ConfigurationFindings) {
    let calendars = unit.all("Timer", "OnCalendar")
    if let first = calendars.first {
      let text = calendars.map(\.value).joined(separator: "; ")
      do throws(ScheduleError) {
        _ = try Schedule(onCalendar: text)
      } catch {
        findings.note(.warning, "malformed-timer", error.message, line: first.line)
      }
      return declare(.schedule, "timer", first, [("cron", text)], &findings)
    }
    if let setting = unit.all("Timer", "OnUnitActiveSec", "OnUnitInactiveSec").last {
      var attributes = [("rate", setting.value)]
      if setting.key == "OnUnitInactiveSec" { attributes.append(("exclusive", "true")) }
      return declare(.schedule, "timer", setting, attributes, &findings)
    }
    if let setting = unit.all("Timer", "OnBootSec", "OnStartupSec", "OnActiveSec").first {
      declare(.startup, "timer", setting, [], &findings)
    }
  }

  /// A service that nothing else starts: one run, or a process that stays.
  private func readService(_ findings: inout ConfigurationFindings) {
    guard !isStarted, let setting = unit.all("Service", "ExecStart").first else { return }
    let kind: TriggerKind = unit.isOneshot ? .cli : .daemon
    declare(kind, "service", setting, [], &findings)
  }

  private func declare(
    _ kind: TriggerKind, _ rule: String, _ setting: SystemdUnit.Setting,
    _ attributes: [(String, String)], _ findings: inout ConfigurationFindings
  ) {
    let runs = service ?? (rule == "service" ? unit : nil)
    let handlers = (runs?.commands ?? []).map(TriggerDeclaration.Handler.command)
    for handler in handlers.isEmpty ? [.nothing] : handlers {
      var list = attributes.map { TriggerDeclaration.Attribute(key: $0, value: $1) }
      list += limits(of: runs)
      if case .command(let words) = handler {
        list += CrontabReader.limits(of: words).filter { limit in
          !list.contains { $0.key == limit.key }
        }
      }
      findings.facts.triggers.append(
        TriggerDeclaration(
          kind: kind, origin: .configuration, rule: "systemd." + rule, handler: handler,
          attributes: list, line: UInt32(clamping: setting.line),
          evidence: Evidence.line("\(setting.key)=\(setting.value)")))
    }
  }

  private func limits(of service: SystemdUnit?) -> [TriggerDeclaration.Attribute] {
    guard let service else { return [] }
    var limits: [TriggerDeclaration.Attribute] = []
    let timeout =
      service.value("Service", "RuntimeMaxSec")
      ?? (service.isOneshot ? service.value("Service", "TimeoutStartSec") : nil)
    if let timeout, let seconds = try? TimeSpan.seconds(timeout), seconds > 0 {
      limits.append(.init(key: "timeout", value: Evidence.duration(seconds)))
    }
    if let memory = service.value("Service", "MemoryMax").flatMap(ByteSize.megabytes) {
      limits.append(.init(key: "memory", value: memory))
    }
    return limits
  }
}

/// Sizes with the units of systemd and Kubernetes, in the form of the trigger grammar.
enum ByteSize {
  /// `512MB` for `512M`, `512Mi`, `0.5Gi`, `536870912`; nil for what is no size.
  static func megabytes(_ text: String) -> String? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(String(number)), let factor = factors[String(text[number.endIndex...])]
    else { return nil }
    let size = (value * factor / 1_048_576).rounded(.up)
    return size >= 1 && size < 1e12 ? "\(Int(size))MB" : nil
  }

  private static let factors: [String: Double] = [
    "": 1, "k": 1000, "K": 1024, "Ki": 1024, "M": 1_048_576, "Mi": 1_048_576, "G": 1_073_741_824,
    "Gi": 1_073_741_824, "T": 1_099_511_627_776, "Ti": 1_099_511_627_776,
  ]
}
