internal import Configuration
internal import Facts

/// The rules of the packs that are of use for one language of a project, by the names that they look
/// for.
struct RuleSet: Sendable {
  /// What a word may be the start of.
  struct Watch: OptionSet, Sendable {
    let rawValue: UInt16
    static let call = Watch(rawValue: 1)
    static let annotation = Watch(rawValue: 2)
    static let supertype = Watch(rawValue: 4)
    static let parameter = Watch(rawValue: 8)
    static let maker = Watch(rawValue: 16)
    static let makerType = Watch(rawValue: 32)
    static let assign = Watch(rawValue: 64)
    static let guardName = Watch(rawValue: 128)
    static let criterion = Watch(rawValue: 256)
  }

  let language: Language
  private(set) var rules: [TriggerRule] = []
  private(set) var calls: [String: [Int]] = [:]
  /// Calls by the beginning and the end of their names.
  private(set) var openCalls: [(start: String, end: String, rule: Int)] = []
  /// Types by a part of their names.
  private var openSupertypes: [(name: FrameworkPack.Pattern, rule: Int)] = []
  private(set) var annotations: [String: [Int]] = [:]
  private(set) var supertypes: [String: [Int]] = [:]
  private(set) var assigns: [String: [Int]] = [:]
  private(set) var functions: [Int] = []
  private(set) var parameters: [Int] = []
  private(set) var wired: [Int] = []
  /// For rules about parameters: beginnings of the names of types in small letters, longest first.
  private(set) var stems: [Int: [(start: String, kind: String)]] = [:]
  /// By the word that shows them.
  private(set) var criteria: [String: [CriterionRule]] = [:]
  private(set) var mounts: [String: [MountRule]] = [:]
  private(set) var makers: [FrameworkPack.Pattern] = []
  private(set) var makerTypes: Set<String> = []
  private(set) var makerNames: Set<String> = []
  /// By the names of the constructions.
  private(set) var constructs: [String: ConstructRule] = [:]
  private(set) var carriers: [FrameworkPack.Pattern] = []
  /// Annotations of types whose path stands before those of methods.
  private(set) var prefixes: Set<String> = []
  /// Variables of the environment that rules ask for.
  private(set) var variables: Set<String> = []
  private var watched: [UInt64: Watch] = [:]
  /// The first rule for a call that says when something fires.
  private(set) var clockRule: Int?
  var hasClocks: Bool { clockRule != nil && !language.isCFamily }

  init(_ packs: [FrameworkPack], _ language: Language) {
    self.language = language
    for pack in packs {
      for rule in pack.triggers { add(rule) }
      for rule in pack.criteria {
        for name in rule.names {
          criteria[name, default: []].append(rule)
          watch(name, .criterion)
        }
      }
      for mount in pack.mounts {
        for name in mount.names {
          mounts[name.text, default: []].append(mount)
          watch(name.text, .call)
        }
      }
      makers += pack.makers
      for maker in pack.makers {
        watch(String(maker.text.split(separator: ".").last ?? ""), [.maker, .call])
      }
      makerTypes.formUnion(pack.makerTypes)
      for type in pack.makerTypes { watch(type, .makerType) }
      makerNames.formUnion(pack.makerNames)
      carriers += pack.carriers
      for construct in pack.constructs {
        for name in construct.names {
          constructs[name] = construct
          watch(name, .call)
        }
      }
    }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Whether functions of platforms may be what programs construct.
  private(set) var readsConstructs = false

  /// Whether the language's imports name libraries by texts.
  var importsByText: Bool {
    [.javascript, .typescript, .tsx, .go, .php, .ruby].contains(language)
  }

  private mutating func watch(_ name: String, _ what: Watch) {
    watched[Self.hash(name.utf8), default: []].formUnion(what)
  }

  private mutating func add(_ rule: TriggerRule) {
    let index = rules.count
    rules.append(rule)
    if rule.isConstruct || rule.isPlatform { readsConstructs = true }
    if clockRule == nil, rule.form == .call, rule.kind == "schedule", !rule.isImplied {
      clockRule = index
    }
    for name in rule.names {
      switch rule.form {
      case .annotation:
        annotations[name.text, default: []].append(index)
        watch(name.text, .annotation)
      case .call:
        if name.isPrefix || name.isSuffix {
          openCalls.append(
            (name.isPrefix ? name.text : "", name.isPrefix ? "" : name.text, index))
          continue
        }
        let parts = name.text.split(separator: "*", omittingEmptySubsequences: false)
        if parts.count == 2 {
          openCalls.append((String(parts[0]), String(parts[1]), index))
          continue
        }
        calls[name.text, default: []].append(index)
        watch(name.text, .call)
      case .extends:
        if name.isSuffix || name.isPrefix {
          openSupertypes.append((name, index))
          continue
        }
        supertypes[name.text, default: []].append(index)
        watch(name.text, .supertype)
      case .assign:
        assigns[name.text, default: []].append(index)
        watch(name.text, .assign)
      case .parameter, .function, .wired: break
      }
    }
    switch rule.form {
    case .parameter:
      parameters.append(index)
      stems[index] = rule.schemes.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
        .map { (start: $0.key.lowercased(), kind: $0.value) }
    case .function: functions.append(index)
    case .wired: wired.append(index)
    default: break
    }
    for name in rule.requires + rule.needs + rule.unless + rule.conditions + rule.exclusive {
      watch(name, .guardName)
    }
    variables.formUnion(rule.inline.map { String($0.prefix { $0 != "=" }) })
    for name in rule.inside { watch(name, .call) }
    // What made the value that a platform's function is given to.
    if rule.isPlatform { for name in rule.schemes.keys { watch(name, .call) } }
    for name in rule.prefixes { watch(name, .annotation) }
    prefixes.formUnion(rule.prefixes)
  }

  func watch(of bytes: ArraySlice<UInt8>) -> Watch {
    let known = watched[Self.hash(bytes)] ?? []
    return isOpenCall(bytes) ? known.union(.call) : known
  }

  private func isOpenCall(_ bytes: ArraySlice<UInt8>) -> Bool {
    openCalls.contains { start, end, _ in
      bytes.count > start.utf8.count + end.utf8.count && bytes.starts(with: start.utf8)
        && bytes.suffix(end.utf8.count).elementsEqual(end.utf8)
    }
  }

  /// The rules for what is derived from a type.
  func rules(ofSupertype name: String) -> [Int] {
    (supertypes[name] ?? []) + openSupertypes.filter { $0.name.matches(name) }.map(\.rule)
  }

  /// The rules for calls of a name.
  func rules(ofCall name: String) -> [Int] {
    let open = openCalls.filter { start, end, _ in
      name.utf8.count > start.utf8.count + end.utf8.count && name.hasPrefix(start)
        && name.hasSuffix(end)
    }
    return (calls[name] ?? []) + open.map(\.rule)
  }

  /// FNV-1a; two names that collide cost a look, no more.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// Whether a rule has one of these names.
  func isGuard(_ name: String) -> Bool { watch(of: Array(name.utf8)[...]).contains(.guardName) }
}
