/// A function as the configuration of a platform declares it: by words that the platform's runtime
/// resolves, not by a symbol.
package struct DeclaredFunction: Sendable, Hashable {
  /// What the configuration calls it.
  package var name: String
  /// The handler as written: `src/orders.create`, `com.shop.Orders::create`; empty where the platform
  /// takes the program as a whole.
  package var handler = ""
  /// The source, relative to the folder, where the configuration names it apart from the function.
  package var file = ""
  /// The runtime as written: `python3.12`, `nodejs18.x`, `provided.al2`.
  package var runtime = ""
  /// The folder or archive that is deployed, relative to ``home``, as written.
  package var code = ""
  /// The folder of the configuration, relative to the root, with `/` at its end unless it is the root.
  package var home = ""

  package init(name: String) { self.name = name }
}
