import Basics
import ReportModel

/// Figures in words, with what is good where a number alone does not say.
enum FigureWords {
  static func list(_ figures: [Figure]) -> String {
    figures.map(text).joined(separator: ", ")
  }

  private static func text(_ figure: Figure) -> String {
    let value = figure.value
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    let number = value.fixed(isWhole ? 0 : 3)
    switch figure.name {
    case "code-lines": return number + " lines of code"
    case "entry-points": return number + " entry points"
    case "async-triggers": return number + " triggers that nobody waits for"
    case "stores": return number + " tables, queues and the like"
    case "boundaries": return number + " boundaries"
    case "crossing-share":
      return percent(value) + " of the references inside boundaries cross one"
    case "agreement": return "runs agree by \(value.fixed(2)) (1 is best)"
    case "state-tied-share":
      return percent(value) + " of the code in parts that write the same variables"
    case "shared-files": return number + " shared files"
    case "programs": return number + (value == 1 ? " program" : " programs")
    case "owner-share": return "one part owns " + percent(value) + " of the tables with an owner"
    case "largest-share": return "the largest has " + percent(value) + " of the code"
    case "shared-writes": return percent(value) + " of the written tables by shared code alone"
    case "resolution": return "resolution \(value.fixed(2))"
    case "folder-depth": return "folders to depth \(number)"
    case "folder-trust", "name-trust", "build-trust", "history-trust", "team-trust":
      let view = figure.name.prefix { $0 != "-" }
      return "\(view) explains \(percent(value)) of what dependencies show"
    default: return "\(figure.name) \(number)" + (figure.unit.map { " " + $0 } ?? "")
    }
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.01 ? "below 1 %" : "\((share * 100).fixed(0)) %"
  }
}
