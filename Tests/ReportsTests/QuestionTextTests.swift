import ReportModel
import Testing

@testable import Reports

/// A question as a terminal of 80 columns shows it.
struct QuestionTextTests {
  private static let path =
    "api/src/main/java/org/openmrs/api/db/hibernate/search/HibernateContextDAO.java"

  private var options: TextOptions {
    var options = TextOptions()
    options.width = 80
    return options
  }

  private var question: ReviewQuestion {
    var question = ReviewQuestion(
      id: "place x", kind: .placement, question: "does \(Self.path) belong to concept?",
      reason: "20 references inside, most with \"\(Self.path)\"",
      evidence: [Place(file: Self.path, line: 612), Place(file: "a.c", line: 3)], isOpen: true,
      cost: 3, stability: 0.5,
      answers: [.init("y", ["pin", Self.path, "concept"], "\(Self.path) stays in concept")])
    question.files = ["a.c", Self.path]
    return question
  }

  @Test(arguments: [false, true])
  func `no line is longer than the terminal, and no line number is lost`(all: Bool) {
    var frame = QuestionText.Frame(number: 1, count: 1200)
    frame.showsEvidence = all
    frame.source = [
      Place(file: Self.path, line: 612): String(repeating: "call(); ", count: 20),
      Place(file: "a.c", line: 3): "x = 1;",
    ]
    let text = QuestionText.render(question, frame, options)
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(text.contains("HibernateContextDAO.java:612") && text.contains("a.c:3 x = 1;"))
    #expect(text.contains("1 of 1,200 left"))
    // All the evidence has the whole path, over lines if it must be.
    let whole = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    #expect(whole.contains(Self.path + ":612") == all)
  }

  @Test func `a path is shortened in its middle`() {
    let place = Place(file: Self.path, line: 612)
    #expect(place.text(within: 200) == place.text)
    #expect(place.text(within: 60) == "api/…/api/db/hibernate/search/HibernateContextDAO.java:612")
    #expect(place.text(within: 30) == "…/HibernateContextDAO.java:612")
    for width in 12..<90 {
      let text = place.text(within: width)
      #expect(text.count <= width && text.hasSuffix(":612"), "\(text)")
    }
  }

  @Test func `the help fits and says what points are`() {
    for line in (QuestionText.help + QuestionText.head).split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
    #expect(QuestionText.help.contains("less is better"))
  }

  @Test func `an answer for several patterns is several commands`() {
    var answer = ReviewQuestion.Answer("m", ["move", "a/*.c", "cart"], "they move")
    answer.also = [["move", "-b.c", "cart"]]
    #expect(
      QuestionText.commands(answer) == [
        "cleave decide move 'a/*.c' cart", "cleave decide move '--' '-b.c' cart",
      ])
  }
}
