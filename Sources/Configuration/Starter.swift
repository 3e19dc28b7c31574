extension Configuration {
  /// A commented file to begin with; it reads as the defaults.
  package static let starter = String(decoding: PackageResources.starter_yml, as: UTF8.self)
}
