internal import Facts
internal import TreeSitterBinding

/// Where the routes of a file are, as far as calls around them say it.
struct RubyRoutes {
  /// Modules of controllers, from `namespace` and `scope module:`.
  var modules: [String] = []
  /// The controller of `resources` around.
  var controller: String?
  /// The module of the engine whose routes are drawn.
  var engine = ""
}

/// `routes.rb`: texts that name controllers and their actions.
///
/// A route is a name that no source can have; ``RubyRules`` knows what it stands for.
extension RubyWalk {
  private static let verbs: Set<String> = [
    "get", "post", "put", "patch", "delete", "match", "root", "options",
  ]

  /// `Shop::Engine.routes.draw do`.
  mutating func noteEngine(_ receiver: Int, _ name: String) {
    guard routes != nil, name == "draw" || name == "append" || name == "prepend",
      let engine = child(receiver, fields.receiver), isPath(engine)
    else { return }
    let parts = path(engine).droppingRoot.split(separator: ":").dropLast()
    routes?.engine = parts.joined(separator: "::")
  }

  mutating func readRoute(_ index: Int, _ name: String) -> Bool {
    guard let state = routes else { return false }
    let arguments = arguments(index)
    defer { routes = state }
    switch name {
    case "namespace":
      guard let first = arguments.first, let text = constantText(first) else { return false }
      let module = option("module", in: arguments).flatMap(constantText) ?? text
      routes?.modules.append(module)
      routes?.controller = nil
    case "scope":
      let module = option("module", in: arguments).flatMap(constantText)
      if let module { routes?.modules.append(module) }
      if let controller = option("controller", in: arguments).flatMap(constantText) {
        routes?.controller = controller
      }
    case "controller":
      let controller = arguments.first.flatMap(constantText)
      routes?.controller = controller
    case "resources", "resource": readResources(arguments, isPlural: name == "resources", index)
    case _ where Self.verbs.contains(name): readVerb(arguments, index)
    default: return false
    }
    for argument in arguments where kind(argument) != .pair && !isText(argument) { visit(argument) }
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
    return true
  }

  private mutating func readResources(_ arguments: [Int], isPlural: Bool, _ index: Int) {
    if let module = option("module", in: arguments).flatMap(constantText) {
      routes?.modules.append(module)
    }
    let given = option("controller", in: arguments).flatMap(constantText)
    for argument in arguments where isText(argument) {
      guard let name = constantText(argument) else { continue }
      let controller = given ?? (isPlural ? name : RubyNames.plural(name))
      addRoute(controller, nil, at: argument)
      routes?.controller = controller
    }
  }

  /// `get "x", to: "orders#show"`, `get "x" => "orders#show"`, `get :archive`.
  private mutating func readVerb(_ arguments: [Int], _ index: Int) {
    var target = option("to", in: arguments)
    if target == nil, let first = arguments.first, kind(first) == .pair {
      target = child(first, fields.value)
    }
    if let target, kind(target) == .call || isPath(target) { visit(target) }
    if let target, kind(target) == .symbol {
      if let controller = routes?.controller { addRoute(controller, literal(target), at: target) }
      return
    }
    if let text = target.flatMap(constantText), text.contains("#") {
      let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
      if parts.count == 2 { addRoute(parts[0], parts[1], at: index) }
      return
    }
    let controller = option("controller", in: arguments).flatMap(constantText)
    let action = option("action", in: arguments).flatMap(constantText)
    if let owner = controller ?? routes?.controller {
      let names = arguments.filter(isText).compactMap(constantText)
      if let action {
        addRoute(owner, action, at: index)
      } else if target == nil {
        for name in names where !name.contains("/") { addRoute(owner, name, at: index) }
      }
      return
    }
    // `root "welcome#index"`, `get "orders/show"`.
    guard target == nil, let text = arguments.first.flatMap(constantText) else { return }
    let parts = text.split(separator: text.contains("#") ? "#" : "/").map(String.init)
    if parts.count == 2, !text.contains(":") { addRoute(parts[0], parts[1], at: index) }
    // `namespace :hooks do post "paid"`: the last module is the controller.
    if parts.count == 1, !text.contains(":"), let state = routes, let own = state.modules.last {
      routes?.modules.removeLast()
      addRoute(own, parts[0], at: index)
    }
  }

  private mutating func addRoute(_ controller: String, _ action: String?, at index: Int) {
    guard let state = routes else { return }
    let isAbsolute = controller.hasPrefix("/")
    let modules = isAbsolute ? [] : state.modules
    let path = (modules + [controller]).joined(separator: "/")
    let name =
      RubyNames.routeMark + state.engine + "|" + RubyNames.constantPath(path) + "Controller#"
      + (action ?? "")
    _ = draft.add(.name, .wiring, name: draft.name(name), at: index)
  }
}
