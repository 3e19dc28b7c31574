internal import Yams

/// What it takes to cut where two boundaries meet, as data: `costs.yml`.
package struct CutPrices: Sendable, Hashable {
  package struct Price: Sendable, Hashable {
    package var name: String
    /// Points for each thing that a contract names: an operation, a table, a type.
    package var item: Double
    /// Points for each place that uses it.
    package var place: Double
    package var reason: String

    package init(name: String, item: Double, place: Double, reason: String) {
      (self.name, self.item, self.place, self.reason) = (name, item, place, reason)
    }
  }

  /// What one service costs that runs on and on.
  package struct Running: Sendable, Hashable {
    package var price: Double
    package var unit: String
    /// When the price was looked up.
    package var checked: String

    package init(price: Double, unit: String, checked: String) {
      (self.price, self.unit, self.checked) = (price, unit, checked)
    }
  }

  /// The date of the table.
  package var version: String
  /// In the order of the table.
  package var prices: [Price]
  package var running: Running?

  package init(version: String, prices: [Price], running: Running? = nil) {
    (self.version, self.prices, self.running) = (version, prices, running)
  }

  /// The table that comes with the tool, read once.
  package static let standard: CutPrices = {
    let text = String(decoding: PackageResources.costs_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first,
      case .mapping(let prices)? = root.value("prices")
    else { preconditionFailure("costs.yml is damaged") }
    let running = EmbeddedTable(root).table("running")
    return CutPrices(
      version: EmbeddedTable(root).text("version"),
      prices: prices.map { key, value in
        let table = EmbeddedTable(value)
        return Price(
          name: key.text ?? "", item: table["item"], place: table["place"],
          reason: table.text("reason"))
      },
      running: Running(
        price: running["price"], unit: running.text("unit"), checked: running.text("checked")))
  }()

  package subscript(name: String) -> Price {
    guard let price = prices.first(where: { $0.name == name }) else {
      preconditionFailure("costs.yml has no price for '\(name)'")
    }
    return price
  }
}
