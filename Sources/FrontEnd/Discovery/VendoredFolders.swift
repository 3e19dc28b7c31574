internal import Basics

/// Finds folders of third-party code by what is in them.
///
/// A folder is taken for vendored by its name alone (`third_party`); by a weaker name (`deps`,
/// `vendor`) when its code lies mostly in folders below it, one a package, or it has a licence; and
/// by a licence that differs from those above it together with build files of its own, unless it
/// holds a large share of all the code.
struct VendoredFolders {
  private let root: [UInt8]
  private var folders: [FolderTraits]
  /// Files of program code outside folders that are foreign by their names.
  private var ownSources = 0

  /// A folder with a larger share of all code is the product, whatever licence it has.
  private static let largestShare = 0.4
  private static let licenceLimit = 1 << 20

  /// One flag a folder.
  static func find(in folders: [FolderTraits], root: [UInt8]) -> [Bool] {
    var search = VendoredFolders(root: root, folders: folders)
    search.sum()
    return search.flags()
  }

  /// Folders come after the one above them.
  private mutating func sum() {
    for index in folders.indices { folders[index].allSources = folders[index].ownSources }
    for index in folders.indices.dropFirst().reversed() {
      folders[folders[index].parent].allSources += folders[index].allSources
    }
    var isForeign = [Bool](repeating: false, count: folders.count)
    for (index, folder) in folders.enumerated() {
      isForeign[index] = index > 0 && (isForeign[folder.parent] || isVendoredByName(folder))
      if !isForeign[index] { ownSources += folder.ownSources }
    }
  }

  private func flags() -> [Bool] {
    var digests: [[Digest]] = []
    var flags: [Bool] = []
    for (index, folder) in folders.enumerated() {
      let isRoot = index == 0
      let own = folder.licences.compactMap(licenceDigest)
      let above = isRoot ? [] : digests[folder.parent]
      digests.append(above + own)
      let inherits = isRoot ? false : flags[folder.parent]
      flags.append(
        inherits
          || (!isRoot && (isVendoredByName(folder) || hasForeignLicence(folder, own, above: above)))
      )
    }
    return flags
  }

  private func isVendoredByName(_ folder: FolderTraits) -> Bool {
    if folder.isVendored { return true }
    guard folder.mayBeVendored, !isInPackage(folder) else { return false }
    return !folder.licences.isEmpty || folder.ownSources * 2 < folder.allSources
  }

  /// Below the source root of a build for the JVM a folder is a package of the program.
  private func isInPackage(_ folder: FolderTraits) -> Bool {
    var names = folder.path.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self)
    }
    while names.count > 2 {
      names.removeLast()
      if ["java", "kotlin", "scala", "groovy"].contains(names.last), names.contains("src") {
        return true
      }
    }
    return false
  }

  private func hasForeignLicence(
    _ folder: FolderTraits, _ own: [Digest], above: [Digest]
  ) -> Bool {
    guard folder.hasBuildFile, !own.isEmpty, !above.isEmpty else { return false }
    let share = Double(folder.allSources) / Double(max(1, ownSources))
    return share < Self.largestShare && !own.contains(where: above.contains)
  }

  /// Of the text without white space: copies of one licence differ in nothing else.
  private func licenceDigest(_ path: [UInt8]) -> Digest? {
    let bytes = try? FileSystem.read(root + [UInt8(ascii: "/")] + path, limit: Self.licenceLimit)
    return bytes.map { bytes in Digest(of: bytes.filter { $0 > 0x20 }) }
  }
}
