internal import Basics
package import Facts
package import FrontEnd

package struct ConfigurationFrontEnd: FrontEnd {
  package init() {}
  package var name: String { "configuration" }
  package var languages: [Language] { [.sql] }
  package var revision: String { "0" }
  package var isIsolated: Bool { false }
  package var unavailability: String? { nil }
  package func plan(_ inventory: Inventory) -> ExtractionPlan { ExtractionPlan() }
  package func makeExtractor(root: String) throws -> any Extractor { fatalError() }
}
