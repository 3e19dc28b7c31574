// swift-format-ignore-file
class Base {
  func save() {}
  var state: State { .open }  // want: field Base.state -> State.open
}

enum State: String {
  case open
  case paid(amount: Money, by: User)
  case closed = "shut"

  var label: String {
    switch self {
    case .open: "open"  // want: field State.label -> State.open
    case .paid(let amount, by: let user): amount.text + user.name  // want: field State.label -> Money.text
    case .closed: "closed"
    }
  }
}

struct Money {
  var cents: Int
  var text: String { "\(cents)" }  // want: field Money.text -> Money.cents
  static let zero = Money(cents: 0)  // want: call Money.zero -> Money
  static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
}

struct User {
  var name: String
  weak var boss: Manager?
}

final class Manager: Base {  // want: inherit Manager -> Base
  let team: [User]
  var byName: [String: User] = [:]

  init(team: [User]) {
    self.team = team  // want: field Manager.init -> Manager.team
    super.init()
  }

  override func save() {
    super.save()  // want: call Manager.save -> Base.save
  }

  func find(_ name: String) -> User? {
    if let user = byName[name] { return user.boss?.team.first }  // want: field Manager.find -> User.boss
    guard let known = team.first(where: { $0.name == name }) else { return nil }  // want: field Manager.find -> User.name
    return known.boss?.find(name)  // want: call Manager.find -> Manager.find
  }

  func pay(_ state: inout State, _ user: User) {
    state = .paid(amount: .zero, by: user)  // want: field Manager.pay -> Money.zero
    if case .paid(let amount, _) = state { _ = amount.cents }  // want: field Manager.pay -> Money.cents
    if state == .open {}  // want: field Manager.pay -> State.open
    accept(state: .closed)  // want: field Manager.pay -> State.closed
    let other: Money = user.name.isEmpty ? .zero : .init(cents: 1)  // want: field Manager.pay -> Money.zero
    _ = other.text  // want: field Manager.pay -> Money.text
    for (name, user) in byName { _ = name + user.name }  // want: field Manager.pay -> User.name
    for (index, user) in team.enumerated() { _ = "\(index)\(user.name)" }  // want: field Manager.pay -> User.name
  }

  func accept(state: State) {}
}

struct Box<Value> {
  var value: Value
  func get() -> Value { value }
}

func use(box: Box<User>, unknown: Unknown) async throws {
  _ = box.value.name  // want: field use -> User.name
  _ = try await box.get().name  // want: field use -> User.name
  // Nothing is known of it, and several types have the member.
  _ = unknown.name  // want: !field use -> Manager.name
  let local = { (user: User) -> Manager? in user.boss }  // want: field use -> User.boss
  _ = local(box.value)?.team  // want: !call use -> local
  let save = box.value.boss!.save  // want: address use -> Manager.save
  save()
}
