import Basics
import Facts
import Testing

@testable import ClangFrontEnd

/// A machine on which every folder exists, and every file that does not say otherwise.
private let everywhere = ArgumentFilter.Places(
  absolute: { $0.hasPrefix("/") ? $0 : "/p/" + $0 }, isFile: { !$0.contains("missing") },
  isFolder: { !$0.contains("missing") })

private func filter(_ words: [String], _ language: Language = .c) -> FilteredArguments {
  ArgumentFilter.filter(words, language: language, places: everywhere)
}

@Suite struct BuildDescriptionFilterTests {
  @Test(arguments: [
    ("-I a -Ib -I/c -I a", "-I/p/a -I/p/b -I/c"),
    ("-iquote q -isystems -idirafter /d", "-iquote/p/q -isystem/p/s -idirafter/d"),
    ("-DA -D B=1 -DF(x)=x -UA", "-DA -DB=1 -DF(x)=x -UA"), ("-D1x -D=2 -D-I", ""),
    ("--define-macro=A --define-macro B --include-directory=x", "-DA -DB -I/p/x"),
    ("-Imissing -include missing.h -I x", "-I/p/x"),
    ("-include a.h -imacros b.h", "-include /p/a.h -imacros /p/b.h"),
    ("-include-pch a.h.pch", "-include /p/a.h"), ("-include-pch a.h.gch -o x", "-include /p/a.h"),
    ("-Xclang -include-pch -Xclang a.h.pch -Xclang -include -Xclang a.h", "-include /p/a.h"),
    ("-Xclang -load -Xclang evil.so", ""), ("-fplugin=evil.so -fplugin-arg-x=y", ""),
    ("-B /evil -B/evil -specs=x -wrapper sh,-c --config=x --config x", ""),
    ("-mllvm -load=x -ivfsoverlay x -fvfsoverlay=x -resource-dir x", ""),
    ("-o -Ix -MF -DA -MT x -Xlinker -Iy -Wl,-Iz -Wp,-DA=1,-MD,x", "-DA=1"),
    ("-O2 -g -Wall -march=native -fPIC -c a.c -fsanitize=address -flto", ""),
    ("-msse4.2 -mno-avx -mtune=x -m64", "-msse4.2 -mno-avx -m64"),
    (
      "-ansi -pthread -fno-rtti -fshort-enums -nostdinc",
      "-ansi -pthread -fno-rtti -fshort-enums -nostdinc"
    ),
    ("-fgnu89-inline", "-fgnu89-inline"),
    ("-fpack-struct=4 -fpack-struct=x -ftemplate-depth=", "-fpack-struct=4"),
    ("--sysroot=/missing -isysroot /s --sysroot /t", "--sysroot=/s --sysroot=/t"),
    (
      "--target=arm-none-eabi -target x86_64-w64-mingw32",
      "-fms-extensions -fdeclspec -D_WIN32=1 -D_WIN64=1"
    ),
    ("-fconcepts -fno-tree-vectorize -fmodules -fpermissive -fdiagnostics-color", ""),
    ("-I", ""), ("-D", ""), ("-Xclang", ""), ("-x", ""), ("-include", ""), ("--config", ""),
  ])
  func `flags pass by the list alone`(line: String, expected: String) {
    let found = filter(line.split(separator: " ").map(String.init))
    #expect(found.flags.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("-std=c99", Language.c, "c99"), ("-std=gnu23", .c, "gnu2x"), ("--std=c11", .c, "c11"),
    ("--std c17", .c, "c17"), ("-std=c++23", .cpp, "c++2b"), ("-std=gnu++0x", .cpp, "gnu++11"),
    ("-std=iso9899:2011", .c, "c11"),
  ])
  func `standards are spelled as old parsers know them`(
    line: String, language: Language, expected: String
  ) {
    #expect(filter(line.split(separator: " ").map(String.init), language).standard == expected)
  }

  @Test func `a standard of the other language or of nobody is dropped`() {
    #expect(filter(["-std=c++17"], .c).standard == nil)
    #expect(filter(["-std=c99"], .cpp).standard == nil)
    #expect(filter(["-std=c99 -load"], .c).standard == nil)
    #expect(filter(["-std=c99", "-x", "c++"], .c).standard == nil)
  }

  @Test func `the language is the one that is asked for`() {
    #expect(filter(["-xc++"]).language == .cpp)
    #expect(filter(["-x", "c"], .cpp).language == .c)
    #expect(filter(["-x", "ir"]).language == .c)
  }

  @Test func `what would run something is told`() {
    let found = filter(["-fplugin=a.so", "-Xclang", "-load", "-Xclang", "b.so", "-B/x", "-Wall"])
    #expect(found.refused == ["-fplugin=a.so", "-Xclang -load", "-Xclang b.so", "-B/x"])
  }

  @Test func `a missing forced include is told and not passed`() {
    #expect(filter(["-include", "missing.h"]).missingFiles == ["missing.h"])
  }

  /// Written apart from the filter: every word that may ever reach the parser.
  private static func isAllowed(_ words: [String]) -> Bool {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "-include" || word == "-imacros" {
        guard let file = rest.popFirst(), file.hasPrefix("/") else { return false }
        continue
      }
      let isFolder = ["-I/", "-iquote/", "-isystem/", "-idirafter/", "--sysroot=/"].contains(
        where: word.hasPrefix)
      let isMacro = word.wholeMatch(of: /(?s)-[DU][A-Za-z_$\x{80}-\x{10ffff}].*/) != nil
      let isPlain =
        word.wholeMatch(
          of:
            /-(ansi|undef|nostdinc(\+\+)?|nostdlibinc|nobuiltininc|pthread|trigraphs|stdlib=libstdc\+\+|stdlib=libc\+\+)|-m[a-z0-9.\-]+|-f[a-z0-9_\-]+(=[0-9.]+)?/
        ) != nil
      let isDangerous = word.contains(/^-f(pass-)?plugin|^-fmodule|^-fvfs|^-fsanitize|^-fprofile/)
      guard !word.utf8.contains(0), isFolder || isMacro || (isPlain && !isDangerous) else {
        return false
      }
    }
    return true
  }

  @Test(arguments: 0..<20) func `no mixture of words lets anything else through`(seed: UInt64) {
    let heads = [
      "-I", "-D", "-U", "-include", "-imacros", "-isystem", "-x", "-std=", "-target", "--sysroot",
      "-Xclang", "-load", "-plugin", "-fplugin=", "-include-pch", "-B", "-specs=", "-o", "-MF",
      "--config", "-wrapper", "@", "-Wp,", "-mllvm", "-f", "-fno-", "-m", "-W", "-", "--", "", "/",
      "-fpack-struct=", "--define-macro", "--include", "-isysroot", "-cc1", "-working-directory",
      "-idirafter", "-iquote", "-fpass-plugin=", "-fmodule-map-file=", "-xc++", "-Xpreprocessor",
    ]
    let tails = [
      "", "evil.so", "-load", "a", "=b", "/abs", "-Xclang", "../x", "exceptions", "sse2",
      "-fplugin=x",
      "\0-load", "\n-load", "A=-Xclang", "x.pch", "plugin=x", "c++17", " -load", "-D", "missing",
      "4",
    ]
    var random = SeededGenerator(seed: seed)
    var leaks: [[String]] = []
    for _ in 0..<150 {
      let words = (0..<(1 + random.next(below: 8))).map { _ in
        heads[random.next(below: heads.count)] + tails[random.next(below: tails.count)]
      }
      let language: Language = random.next(below: 2) == 0 ? .c : .cpp
      for words in [words, MicrosoftArguments.translate(words)] {
        let passed = filter(words, language).flags
        if !Self.isAllowed(passed) { leaks.append(words + ["passed:"] + passed) }
      }
    }
    #expect(leaks.isEmpty)
  }

  @Test func `options of the Microsoft compiler are translated`() {
    let words = [
      "/nologo", "/c", "/I", "inc\\a", "/Ib", "/DX=1", "/D", "Y", "/U", "Z", "/FIpre.h", "/EHsc",
      "/GR-", "/std:c++17", "/Zc:wchar_t", "/W4", "/Fo:x.obj", "/Yustdafx.h", "/Fp:x.pch",
      "/external:I", "ext", "/TP", "/MDd", "-DDASH", "/Users/x/a.cpp", "/clang:-fplugin=x", "a.cpp",
    ]
    let found = filter(MicrosoftArguments.translate(words), .c)
    #expect(
      found.flags == [
        "-fms-extensions", "-fdeclspec", "-D_WIN32=1", "-D_WIN64=1", "-I/p/inc/a", "-I/p/b",
        "-DX=1", "-DY", "-UZ", "-include", "/p/pre.h", "-fexceptions", "-fno-rtti",
        "-isystem/p/ext", "-D_MT=1", "-D_DLL=1", "-D_DEBUG=1", "-DDASH",
      ])
    #expect(found.language == .cpp && found.standard == "c++17")
    #expect(found.refused == ["-fplugin=x"])
  }
}
