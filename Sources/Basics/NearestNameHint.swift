extension NearestName {
  /// The end of a message about an unknown name: `, did you mean 'x'`, or the names that are known
  /// where none is near and they are few.
  package static func hint(for name: String, among known: [String]) -> String {
    if let nearest = closest(to: name, among: known) { return ", did you mean '\(nearest)'" }
    return known.count <= 24 ? ", known are " + known.joined(separator: ", ") : ""
  }
}
