import Vapor

struct Criteria {
  // want: B2 -> login
  func login(req: Request) -> String? { req.session.data["user"] }

  // want: B5 -> later
  func later() { Task.detached { print(1) } }

  // want: !B2 -> plain
  // want: !B5 -> plain
  func plain(store: Store) -> String { store.session + "Task.detached" }
}
