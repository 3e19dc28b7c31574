/// A measure of a partition by the code alone, with the variant that is counted here.
///
/// One name stands for several counts in the literature: elements are classes there and files here,
/// calls are those of a run there and those in the source here.
package enum Measure: String, Sendable, CaseIterable {
  case structuralModularity = "sm"
  case turboMQ = "turbomq"
  case interCalls = "icp"
  case dampedInterCalls = "icp-log"
  case interactions = "irn"
  case operations = "opn"
  case interfaceOperations = "ifn"
  case interfaceFiles = "ifn-files"
  case messageCohesion = "chm"
  case domainCohesion = "chd"
  case extremes = "ned"
  case extremeServices = "ned-services"
  case purity = "dtp"
  case scaledPurity = "dtp-scaled"

  package var title: String {
    switch self {
    case .turboMQ: "TurboMQ"
    case .dampedInterCalls: "ICP damped"
    case .interfaceFiles: "IFN of files"
    case .extremeServices: "NED of services"
    case .scaledPurity: "DTP scaled"
    default: rawValue.uppercased()
    }
  }

  package var isBetterHigher: Bool {
    switch self {
    case .structuralModularity, .turboMQ, .messageCohesion, .domainCohesion, .purity,
      .scaledPurity:
      true
    default: false
    }
  }

  /// Counted over symbols, which not every document has.
  var needsSymbols: Bool {
    switch self {
    case .operations, .interfaceOperations, .interfaceFiles, .messageCohesion, .domainCohesion:
      true
    default: false
    }
  }

  /// Where the measure comes from and how it is counted here.
  package var variant: String {
    switch self {
    case .structuralModularity:
      """
      structural modularity (FoSCI, Jin et al. 2019; Mono2Micro, Kalia et al. 2021): mean of μ/N² \
      over services less mean of σ/2NN over pairs of them; files for classes, a dependency of any \
      kind counted once for each direction
      """
    case .turboMQ:
      """
      Mitchell 2002, as a mean and not as a sum: 2μ/(2μ+ε) of each service; a dependency of any \
      kind counted once for each direction
      """
    case .interCalls:
      """
      inter-partition calls (Mono2Micro): share of the calls between files that cross services; \
      each call in the source counts one, calls inside a file are not among them
      """
    case .dampedInterCalls:
      "the same with log(1 + calls) of each pair of files, as later implementations count it"
    case .interactions:
      "interaction number (FoME, Jin et al. 2018): calls in the source that cross services, in all"
    case .operations:
      """
      operation number (FoME): functions and methods that another service calls, in all; calls \
      from outside of all functions are not seen
      """
    case .interfaceOperations:
      "interface number: the operations of OPN, a mean over services"
    case .interfaceFiles:
      "interface number (FoSCI): files that hold an operation of OPN, for classes, a mean over services"
    case .messageCohesion:
      """
      cohesion at message level (FoSCI, after Athanasopoulos et al. 2015): mean over the files of \
      IFN of the Jaccard similarity of their operations; types of the project that a signature \
      names, parameters and results as one set; one operation alone counts 1; without such a type \
      an operation alone, and a pair of them, do not count
      """
    case .domainCohesion:
      """
      cohesion at domain level (FoSCI): the same with the words of the operation's name and of \
      the types in its signature, without those that every program uses; no stemming
      """
    case .extremes:
      "non-extreme distribution (Mono2Micro): share of the files in services of under 5 or over 20"
    case .extremeServices:
      "the same as share of the services, as later implementations count it"
    case .purity:
      """
      database transactional purity (CARGO, Nitin et al. 2022): 1 − entropy in bits of the \
      services that use a table, a mean over tables and collections; places that read or write it \
      stand for transactions; below 0 where more than two services share one alike
      """
    case .scaledPurity: "the same with the entropy over its most, log₂ k"
    }
  }
}
