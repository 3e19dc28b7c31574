internal import Foundation

/// The files of the page, which are part of the executable.
enum PageFiles {
  struct File {
    var type: String
    var bytes: [UInt8]
  }

  /// By the path of the request; nothing else is served.
  static func file(_ path: String) -> File? {
    switch path {
    case "/": File(type: "text/html; charset=utf-8", bytes: PackageResources.index_html)
    case "/page.css": File(type: "text/css; charset=utf-8", bytes: PackageResources.page_css)
    case "/icon.svg": File(type: "image/svg+xml", bytes: PackageResources.icon_svg)
    default: script(path).map { File(type: "text/javascript; charset=utf-8", bytes: $0) }
    }
  }

  private static func script(_ path: String) -> [UInt8]? {
    switch path {
    case "/main.js": PackageResources.main_js
    case "/api.js": PackageResources.api_js
    case "/store.js": PackageResources.store_js
    case "/elements.js": PackageResources.elements_js
    case "/map.js": PackageResources.map_js
    case "/layout.js": PackageResources.layout_js
    case "/lines.js": PackageResources.lines_js
    case "/viewport.js": PackageResources.viewport_js
    case "/drag.js": PackageResources.drag_js
    case "/matrix.js": PackageResources.matrix_js
    case "/lists.js": PackageResources.lists_js
    case "/questions.js": PackageResources.questions_js
    case "/details.js": PackageResources.details_js
    case "/dialogs.js": PackageResources.dialogs_js
    default: nil
    }
  }
}
