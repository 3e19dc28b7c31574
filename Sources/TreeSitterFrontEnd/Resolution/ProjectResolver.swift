internal import Basics
internal import Configuration
internal import Facts
internal import FrontEnd

/// Resolves the outlines of a project, family by family.
///
/// What declarations say of types is evaluated in rounds, because a type may be found through a
/// supertype that is itself still to be found; each round sees what the one before found, so the
/// order of files does not matter. The bodies follow file by file.
struct ProjectResolver: FactResolver {
  /// A chain of types, each found inside a supertype of the next, may be as long.
  private static let rounds = 3

  private struct Family: Sendable {
    var project: ProjectIndex
    /// For each file the rules of its language.
    var rules: [String: any NameRules]
    var frameworks = FrameworkIndex()
    /// What files beside the code say of it.
    var declared: DeclaredIndex

    func rules(of file: Int) -> any NameRules {
      rules[project.files[file].facts.language.rawValue]!
    }
  }

  private let facts: [FileFacts]
  private var families: [Family] = []
  /// For each of the facts its family and its number there; nil where there is nothing to resolve.
  private var places: [(family: Int, file: Int)?]

  init(
    _ facts: [FileFacts], _ inventory: Inventory, languages: [any SyntaxLanguage],
    packs: [FrameworkPack]
  ) {
    self.facts = facts
    places = Array(repeating: nil, count: facts.count)
    var roles: [String: FileRole] = [:]
    for file in inventory.files { roles[file.path] = file.role }
    let known = roles
    let declared = facts.indices.filter { facts[$0].language.namesCode }
      .map { (index: $0, facts: facts[$0], isTest: known[facts[$0].path] == .test) }
    for family in LanguageFamily.allCases {
      let members = languages.filter { $0.family == family }
      let names = Set(members.map(\.language))
      let own = facts.indices.filter {
        facts[$0].outline != nil && names.contains(facts[$0].language)
      }
      guard !own.isEmpty else { continue }
      for (file, index) in own.enumerated() { places[index] = (families.count, file) }
      let project = ProjectIndex(own.map { facts[$0] }, isTest: { known[$0] == .test })
      let said = family.isNamedOutside ? declared : []
      families.append(Self.resolved(project, members, inventory, packs, said))
    }
  }

  private static func resolved(
    _ project: ProjectIndex, _ members: [any SyntaxLanguage], _ inventory: Inventory,
    _ packs: [FrameworkPack], _ declared: [(index: Int, facts: FileFacts, isTest: Bool)]
  ) -> Family {
    let rules = Dictionary(
      uniqueKeysWithValues: members.map {
        ($0.language.rawValue, $0.makeRules(project, inventory))
      })
    let parts = members.flatMap { rules[$0.language.rawValue]!.parts(project) }
    let whole = project.with(parts: parts)
    let isFolded = members.contains { $0.family.foldsTypes }
    var family = Family(
      project: whole, rules: rules,
      declared: DeclaredIndex(whole, declared, isFolded: isFolded))
    let packed = FrameworkIndex(of: whole, packs: packs)
    for _ in 0..<(members.contains { $0.family.infersResults } ? 2 * rounds : rounds) {
      let last = family
      let meanings = Array(project.files.indices).concurrentMap(chunk: 32) { file in
        let evaluation = Evaluation(
          last.project, last.rules(of: file), file: file, frameworks: last.frameworks)
        evaluation.evaluateSignature()
        return evaluation.signature
      }
      if meanings == last.project.meanings { break }
      family.project = last.project.with(meanings: meanings)
      family.frameworks = FrameworkIndex(packed, family.project, declared: family.declared)
    }
    return family
  }

  func resolve(_ index: Int) -> FileFacts {
    guard let place = places[index] else { return completed(index) }
    let family = families[place.family]
    return FactsCompletion(
      family.project, family.rules(of: place.file), file: place.file, frameworks: family.frameworks
    ).run()
  }

  /// The facts of a file beside the code: complete as they are, but for its links.
  private func completed(_ index: Int) -> FileFacts {
    guard let (family, source) = reader(of: index) else { return facts[index] }
    return DeclaredCompletion(
      family.declared, family.project, facts[index], frameworks: family.frameworks, source: source
    ).run()
  }

  /// The family whose types the file names: the one that has most of them, the first of equals.
  private func reader(of index: Int) -> (Family, source: Int)? {
    let known = families.compactMap { family in
      family.declared.sourceOf[index].map { (family, source: $0) }
    }
    if known.count < 2 { return known.first }
    let counts = known.map { $0.0.declared.knownTypes(of: $0.source) }
    return known[counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }!]
  }
}
