internal import Basics
internal import Configuration
internal import Facts
internal import Yams

/// Reads CronJob objects of Kubernetes, in streams of documents and in lists.
///
/// YAML that is about something else is passed over, and so are templates that are no YAML.
struct KubernetesReader {
  let bytes: [UInt8]

  /// Larger files are generated, and hold no jobs that a person wrote.
  private static let largestSize = 8 << 20
  /// Objects of one file; aliases can stand for more than a file has.
  private static let mostObjects = 1000

  func read(into findings: inout ConfigurationFindings) {
    guard bytes.count <= Self.largestSize, bytes.contains("CronJob"), bytes.contains("apiVersion")
    else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let documents: [Node]
    do throws(YAMLFailure) {
      documents = try YAMLText.documents(text)
    } catch {
      let isTemplate = text.contains("{{")
      let what =
        isTemplate
        ? "a template with a CronJob is not read, declare the trigger in cleave.yml"
        : "a file with a CronJob is not read: \(error.message)"
      findings.note(
        isTemplate ? .note : .warning, isTemplate ? "yaml-template" : "malformed-yaml", what,
        line: error.line)
      return
    }
    var left = Self.mostObjects
    for document in documents { readObject(document, &left, depth: 0, &findings) }
  }

  private func readObject(
    _ node: Node, _ left: inout Int, depth: Int, _ findings: inout ConfigurationFindings
  ) {
    guard left > 0, depth < 4, let kind = node.value("kind")?.text else { return }
    left -= 1
    if kind.hasSuffix("List"), let items = node.value("items") {
      for item in items.elements { readObject(item, &left, depth: depth + 1, &findings) }
    } else if kind == "CronJob", node.value("apiVersion")?.text?.hasPrefix("batch/") ?? false {
      readCronJob(node, &findings)
    }
  }

  private func readCronJob(_ node: Node, _ findings: inout ConfigurationFindings) {
    guard let spec = node.value("spec"), let schedule = spec.value("schedule") else { return }
    let line = schedule.line
    guard let cron = schedule.text else {
      return findings.note(
        .note, "yaml-template", "the schedule of a CronJob is no text and is not read", line: line)
    }
    if !cron.contains("{{"), !cron.contains("${") {
      do throws(ScheduleError) {
        _ = try Schedule(cron: cron)
      } catch {
        findings.note(.warning, "malformed-schedule", error.message, line: line)
      }
    }
    let job = spec.value("jobTemplate")?.value("spec")
    let containers = job?.value("template")?.value("spec")?.value("containers")?.elements ?? []
    let attributes = attributes(node, spec, job, cron: cron)
    let handlers = containers.prefix(16).map { ($0, handler(of: $0)) }
    for (container, handler) in handlers.isEmpty ? [(node, .nothing)] : handlers {
      var own = attributes
      let memory = container.value("resources")?.value("limits")?.value("memory")?.text
      if let memory = memory.flatMap(ByteSize.megabytes) {
        own.append(.init(key: "memory", value: memory))
      }
      findings.facts.triggers.append(
        TriggerDeclaration(
          kind: .schedule, origin: .configuration, rule: "kubernetes.cronjob", handler: handler,
          attributes: own, line: UInt32(clamping: line),
          evidence: Evidence.line("schedule: \(cron)")))
    }
  }

  private func attributes(
    _ node: Node, _ spec: Node, _ job: Node?, cron: String
  ) -> [TriggerDeclaration.Attribute] {
    var list = [TriggerDeclaration.Attribute(key: "cron", value: cron)]
    if let name = node.value("metadata")?.value("name")?.text {
      list.append(.init(key: "name", value: name))
    }
    if let zone = spec.value("timeZone")?.text { list.append(.init(key: "tz", value: zone)) }
    if spec.value("concurrencyPolicy")?.text == "Forbid" {
      list.append(.init(key: "exclusive", value: "true"))
    }
    if spec.value("suspend")?.flag == true { list.append(.init(key: "enabled", value: "false")) }
    let deadline = job?.value("activeDeadlineSeconds")?.text.flatMap(Double.init)
    if let deadline, deadline > 0 {
      list.append(.init(key: "timeout", value: Evidence.duration(deadline)))
    }
    return list
  }

  /// The container's command and arguments; without a command the image's own name, which by habit is
  /// that of its program.
  private func handler(of container: Node) -> TriggerDeclaration.Handler {
    let command = (container.value("command")?.elements ?? []).compactMap(\.text)
    let arguments = (container.value("args")?.elements ?? []).compactMap(\.text)
    if !command.isEmpty { return .command(command + arguments) }
    guard let image = container.value("image")?.text else { return .nothing }
    let name = image.split(separator: "/").last?.prefix { $0 != ":" && $0 != "@" } ?? ""
    return name.isEmpty ? .nothing : .command([String(name)] + arguments)
  }
}
