internal import Facts

/// The flags that reach the parser, as data. What is not here does not.
enum ArgumentTable {
  /// Options whose value names a folder that is searched for headers.
  static let folders = ["-I", "-iquote", "-isystem", "-idirafter"]

  /// Other spellings of options that take a value, joined by `=` or in the next word.
  static let longForms: [String: String] = [
    "--include-directory": "-I", "--include-directory-after": "-idirafter", "--include": "-include",
    "--imacros": "-imacros", "--define-macro": "-D", "--undefine-macro": "-U", "--language": "-x",
    "--std": "-std=", "--sysroot": "--sysroot=", "-isysroot": "--sysroot=", "-target": "--target=",
  ]

  /// Options that take the next word as their value and are dropped with it.
  static let droppedWithValue: Set<String> = [
    "-A", "-B", "-F", "-G", "-L", "-MF", "-MJ", "-MQ", "-MT", "-T", "-V", "-Xanalyzer",
    "-Xarch_device", "-Xarch_host", "-Xassembler", "-Xclang", "-Xcuda-fatbinary", "-Xcuda-ptxas",
    "-Xflang", "-Xlinker", "-Xopenmp-target", "-Xpreprocessor", "-allowable_client", "-arch",
    "-arcmt-migrate-report-output", "-aux-info", "-b", "-bundle_loader", "-client_name",
    "-compatibility_version", "-current_version", "-dependency-dot", "-dependency-file",
    "-dumpbase", "-dumpbase-ext", "-dumpdir", "-e", "-exported_symbols_list",
    "-fdebug-compilation-dir",
    "-fmodule-implementation-of", "-force_load", "-framework", "-ftrapv-handler", "-gcc-toolchain",
    "-iframework", "-iframeworkwithsysroot", "-imultilib", "-include-pch", "-index-store-path",
    "-init", "-install_name", "-iprefix", "-ivfsoverlay", "-iwithprefix", "-iwithprefixbefore",
    "-iwithsysroot", "-isystem-after", "-cxx-isystem", "-c-isystem", "-l", "-load",
    "-lazy_framework", "-main-file-name",
    "-mllvm", "-mthread-model", "-o", "-plugin", "-plugin-arg", "-rpath", "-serialize-diagnostics",
    "-specs", "-stdlib++-isystem", "-target-cpu", "-target-feature", "-u", "-undefined", "-wrapper",
    "-working-directory", "-z", "--config", "--config-system-dir", "--config-user-dir",
    "--for-linker",
    "--output", "--param", "--plugin", "--prefix", "--serialize-diagnostics", "--specs",
    "--working-directory", "--wrapper", "-fplugin", "-fplugin-arg", "-fpass-plugin", "-fvfsoverlay",
    "-add-plugin", "-ast-merge", "-include-pth", "-resource-dir", "--gcc-toolchain", "-dsym-dir",
  ]

  /// Flags that stand alone and pass as they are.
  static let exact: Set<String> = [
    "-ansi", "-undef", "-nostdinc", "-nostdinc++", "-nostdlibinc", "-nobuiltininc", "-pthread",
    "-trigraphs", "-mms-bitfields", "-mno-ms-bitfields", "-stdlib=libstdc++", "-ffreestanding",
    "-fhosted", "-fsigned-bitfields", "-funsigned-bitfields",
  ]

  /// Names of `-f` flags that pass, with `no-` too.
  static let toggles: Set<String> = [
    "exceptions", "cxx-exceptions", "rtti", "ms-extensions", "ms-compatibility", "signed-char",
    "unsigned-char", "short-enums", "short-wchar",
    "char8_t", "openmp", "openmp-simd",
    "builtin", "blocks", "operator-names", "dollars-in-identifiers", "trigraphs",
    "gnu-keywords", "asm", "declspec", "borland-extensions", "aligned-allocation",
    "sized-deallocation", "lax-vector-conversions", "wrapv",
  ]

  /// Flags that the parser takes for C alone.
  static let cOnly: Set<String> = ["-fgnu89-inline", "-fno-gnu89-inline"]

  /// `-f` flags whose value is a number.
  static let numbers: [String] = [
    "-fpack-struct=", "-ftemplate-depth=", "-fconstexpr-depth=", "-fbracket-depth=",
    "-fms-compatibility-version=", "-fmsc-version=", "-fgnuc-version=",
  ]

  /// Whether the parser of this machine knows the flags of this processor family.
  static let knowsFeatures: Bool = {
    #if arch(x86_64) || arch(i386)
      true
    #else
      false
    #endif
  }()

  static let widths: Set<String> = ["-m32", "-m64", "-mx32"]

  /// Processor features, by which headers of intrinsics choose; with `-m` and `-mno-` before them.
  static let features: Set<String> = [
    "mmx", "3dnow", "sse", "sse2", "sse3", "ssse3", "sse4", "sse4.1", "sse4.2", "sse4a", "avx",
    "avx2", "fma", "fma4", "xop", "f16c", "aes", "vaes", "pclmul", "vpclmulqdq", "popcnt", "crc32",
    "lzcnt", "bmi", "bmi2", "tbm", "adx", "sha", "gfni", "rdrnd", "rdseed", "rtm",
    "movbe", "cx16", "sahf", "xsave", "xsaveopt", "xsavec", "xsaves", "clflushopt", "clwb",
    "prfchw", "fsgsbase", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl", "avx512vbmi",
    "avx512vbmi2", "avx512vnni", "avx512ifma", "avx512bitalg", "avx512vpopcntdq",
    "avx512fp16", "avx512bf16", "avxvnni", "amx-tile", "amx-int8", "amx-bf16",
    "waitpkg",
  ]

  /// Standards as compilers spell them, and the spelling that every libclang from 14 on knows.
  static func standard(_ name: String, _ language: Language) -> String? {
    let table = language.isPlusPlus ? cppStandards : cStandards
    return table[name]
  }

  private static let cStandards: [String: String] = {
    var table: [String: String] = ["iso9899:1990": "c90", "iso9899:199409": "iso9899:199409"]
    for dialect in ["c", "gnu"] {
      for (year, known) in [
        ("89", "89"), ("90", "90"), ("9x", "99"), ("99", "99"), ("1x", "11"), ("11", "11"),
        ("17", "17"), ("18", "17"), ("2x", "2x"), ("23", "2x"), ("2y", "2x"),
      ] { table[dialect + year] = dialect + known }
    }
    for (year, known) in [
      ("1999", "c99"), ("199x", "c99"), ("2011", "c11"), ("2017", "c17"),
      ("2018", "c17"), ("2024", "c2x"),
    ] { table["iso9899:" + year] = known }
    return table
  }()

  private static let cppStandards: [String: String] = {
    var table: [String: String] = [:]
    for dialect in ["c++", "gnu++"] {
      for (year, known) in [
        ("98", "98"), ("03", "03"), ("0x", "11"), ("11", "11"), ("1y", "14"), ("14", "14"),
        ("1z", "17"), ("17", "17"), ("2a", "20"), ("20", "20"), ("2b", "2b"), ("23", "2b"),
        ("2c", "2b"), ("26", "2b"),
      ] { table[dialect + year] = dialect + known }
    }
    return table
  }()

  static let languages: [String: Language] = [
    "c": .c, "c-header": .c, "cpp-output": .c, "c++": .cpp, "c++-header": .cpp,
    "c++-cpp-output": .cpp, "c++-module": .cpp, "c++-system-header": .cpp, "c++-user-header": .cpp,
    "objective-c": .objc, "objective-c-header": .objc, "objective-c++": .objcpp,
    "objective-c++-header": .objcpp,
  ]

  /// Flags that would have the parser run or load something, which deserve to be told.
  static let refused = [
    "-fplugin", "-fpass-plugin", "-Xclang", "-load", "-plugin", "-add-plugin", "-B", "-specs",
    "--specs", "-wrapper", "--wrapper", "--config", "-ivfsoverlay", "-fvfsoverlay", "-mllvm",
  ]
}
