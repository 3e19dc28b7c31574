/// Who made commits: a number for each person, and nothing else of them.
///
/// Commits with one address are of one person, and so are those with one full name: people commit from
/// several machines. No map of names in the repository is read.
struct People {
  private var numbers: [String: Int] = [:]
  /// For each number a smaller one of the same person, or itself.
  private var same: [Int] = []
  /// Dense numbers of persons, in order of appearance; made when it is first asked for.
  private var persons: [Int: Int] = [:]

  /// A provisional number; nil for a program that signs as one.
  mutating func number(name: String, email: String) -> Int? {
    let (name, email) = (name.lowercased(), email.lowercased())
    if name.hasSuffix("[bot]") || email.contains("[bot]@") { return nil }
    var known: [Int] = []
    var keys: [String] = []
    if email.contains("@") { keys.append("<" + email) }
    // One word is a first name, or the name of an account that others have elsewhere.
    if name.contains(" ") || keys.isEmpty { keys.append(name) }
    for key in keys { if let number = numbers[key] { known.append(first(number)) } }
    let number = known.min() ?? same.count
    if known.isEmpty { same.append(number) }
    for other in known { same[other] = number }
    for key in keys { numbers[key] = number }
    return number
  }

  private func first(_ number: Int) -> Int {
    var number = number
    while same[number] != number { number = same[number] }
    return number
  }

  /// The person behind a provisional number, once all are known.
  mutating func person(_ number: Int) -> Int {
    let root = first(number)
    if let known = persons[root] { return known }
    persons[root] = persons.count
    return persons.count - 1
  }

  /// Persons that were asked for.
  var count: Int { persons.count }
}
