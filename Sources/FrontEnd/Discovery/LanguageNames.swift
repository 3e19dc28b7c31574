internal import Facts

/// What a file's name says about its language.
enum NamedLanguage: Sendable, Hashable {
  case known(Language)
  /// A header of C or C++; the sources around it and its text decide.
  case header
  /// A language that cleave does not read, by the name that people use.
  case unsupported(String)
  /// No program, but something that other stages want to see (build files, owners, templates).
  case companion
}

extension NamedLanguage {
  /// Nil for files of no interest. `folder` is the path of the folder, for names that only mean
  /// something in their place.
  init?(name: [UInt8], folder: ArraySlice<UInt8>) {
    let text = String(decoding: name, as: UTF8.self)
    if let language = Self.byName[text] {
      self = language
    } else if Self.isCompilerConfiguration(text)
      || (BuildFolders.isBuildFile(text) && !text.hasSuffix(".py")) || BuildTargets.isList(text)
    {
      self = .companion
    } else if let language = Self.declared(text) {
      self = .known(language)
    } else if text.hasSuffix(".tag"), folder.ends(with: "tags") {
      self = .known(.jsp)
    } else if folder.ends(with: "cron.d") {
      self = .known(.crontab)
    } else if let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")), dot != text.startIndex,
      let language = Self.byExtension(String(text[text.index(after: dot)...]), stem: text[..<dot])
    {
      self = language
    } else if SourceFile.setsEnvironment(text) {
      self = .companion
    } else {
      return nil
    }
  }

  private static func byExtension(_ ending: String, stem: Substring) -> NamedLanguage? {
    if ending == "kts", stem.hasSuffix(".gradle") { return .companion }
    if let language = table[ending] { return language }
    if ending == "in" || ending == "cmake" { return isHeaderTemplate(stem) ? .companion : nil }
    return table[ending.lowercased()]
  }

  /// `tsconfig.json`, `tsconfig.base.json`, `jsconfig.json`: where imports of TypeScript lead.
  private static func isCompilerConfiguration(_ name: String) -> Bool {
    (name.hasPrefix("tsconfig") || name.hasPrefix("jsconfig")) && name.hasSuffix(".json")
  }

  /// Files in JSON, TOML and other formats that are of interest for their name alone.
  private static func declared(_ name: String) -> Language? {
    if name == "Procfile" || name.hasPrefix("Procfile.") { return .procfile }
    if name.hasSuffix(".tf") || name.hasSuffix(".tofu") { return .hcl }
    if name.hasSuffix(".template") { return .yaml }
    if name == "wrangler.toml" || name == "netlify.toml" || name == "fly.toml" { return .toml }
    if name == "settings.job" { return .json }
    guard name.hasSuffix(".json") || name.hasSuffix(".jsonc") else { return nil }
    let stem = name.prefix { $0 != "." }
    return declaredStems.contains(String(stem)) || name.hasSuffix("template.json")
      || name.hasSuffix(".tf.json") || name.hasSuffix(".asyncapi.json")
      || name.hasSuffix(".openapi.json") ? .json : nil
  }

  private static let declaredStems: Set<String> = [
    "serverless", "template", "function", "host", "wrangler", "vercel", "asyncapi", "openapi",
    "swagger", "cloudformation", "zappa_settings", "firebase", "azuredeploy", "mainTemplate",
    "workflow", "app",
  ]

  private static func isHeaderTemplate(_ stem: Substring) -> Bool {
    guard let dot = stem.lastIndex(of: ".") else { return false }
    let language = table[String(stem[stem.index(after: dot)...])]
    return language == .header || language == .known(.cpp) || language == .known(.c)
  }

  private static let byName: [String: NamedLanguage] = {
    var names: [String: NamedLanguage] = ["crontab": .known(.crontab)]
    names["Rakefile"] = .known(.ruby)
    for name in [
      "compile_commands.json", "CODEOWNERS", "OWNERS", "MAINTAINERS", "CMakeLists.txt", "Makefile",
      "GNUmakefile", "makefile", "Makefile.am", "Makefile.in", "meson.build", "BUILD.bazel",
      "configure", "configure.ac", ".gitmodules", "Dockerfile", "package.json", "pyproject.toml",
      "setup.cfg", "go.mod", "go.work", "pom.xml", "composer.json", "Gemfile",
      "project.pbxproj",
    ] { names[name] = .companion }
    return names
  }()

  private static let table: [String: NamedLanguage] = {
    var table: [String: NamedLanguage] = ["h": .header]
    func add(_ endings: String, _ language: NamedLanguage) {
      for ending in endings.split(separator: " ") { table[String(ending)] = language }
    }
    add("c", .known(.c))
    add("cc cpp cxx c++ hpp hh hxx h++ ipp inl tpp C H", .known(.cpp))
    add("go", .known(.go))
    add("java", .known(.java))
    add("cs csx", .known(.csharp))
    add("csproj props targets", .companion)
    add("js jsx mjs cjs", .known(.javascript))
    add("jsp jspf", .known(.jsp))
    add("kt kts", .known(.kotlin))
    add("m", .known(.objc))
    add("mm", .known(.objcpp))
    add("php phtml php5", .known(.php))
    add("py pyw pyi", .known(.python))
    add("rb rake ru", .known(.ruby))
    add("rs", .known(.rust))
    add("scala sc", .known(.scala))
    add("proto", .known(.proto))
    add("sql", .known(.sql))
    add("swift", .known(.swift))
    add("ts mts cts", .known(.typescript))
    add("tsx", .known(.tsx))
    add("xml", .known(.xml))
    add("yml yaml", .known(.yaml))
    add("cron", .known(.crontab))
    add("bicep", .known(.bicep))
    add("timer service path socket", .known(.systemd))
    for (name, endings) in unsupported { add(endings, .unsupported(name)) }
    return table
  }()

  private static let unsupported: [(String, String)] = [
    ("ABAP", "abap"), ("Ada", "adb ads"), ("Assembly", "s asm nasm"),
    ("COBOL", "cob cbl cobol cpy"), ("CUDA", "cu cuh"), ("Clojure", "clj cljs cljc"),
    ("Common Lisp", "lisp lsp"), ("Crystal", "cr"), ("Dart", "dart"), ("Elixir", "ex exs"),
    ("Elm", "elm"), ("Emacs Lisp", "el"), ("Erlang", "erl hrl"), ("F#", "fs fsi fsx"),
    ("Fortran", "f f77 f90 f95 f03 f08 for ftn"), ("Groovy", "groovy gradle"),
    ("Haskell", "hs lhs"), ("Julia", "jl"),
    ("Lex", "l ll lex"), ("Lua", "lua"), ("MATLAB", "mat"), ("Nim", "nim"),
    ("OCaml", "ml mli"), ("OpenCL", "cl"),
    ("PL/I", "pli pl1"), ("PL/SQL", "pls pkb pks plsql"),
    ("Pascal", "pas pp dpr"), ("Perl", "pl pm"), ("PowerShell", "ps1 psm1"),
    ("Cython", "pyx pxd"), ("R", "r"), ("RPG", "rpg rpgle"),
    ("Scheme", "scm ss"),
    ("Shell", "sh bash ksh zsh"), ("Solidity", "sol"), ("Svelte", "svelte"),
    ("Tcl", "tcl"), ("VHDL", "vhd vhdl"), ("Vala", "vala"),
    ("Verilog", "v sv svh"), ("Visual Basic", "vb bas"), ("Vue", "vue"), ("Yacc", "y yy ypp"),
    ("Zig", "zig"),
  ]
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with name: String) -> Bool {
    count >= name.utf8.count && suffix(name.utf8.count).elementsEqual(name.utf8)
      && (count == name.utf8.count || self[endIndex - name.utf8.count - 1] == UInt8(ascii: "/"))
  }
}
