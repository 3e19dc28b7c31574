import History
import Testing

/// Patterns from the documentation of GitHub and GitLab, and a path with the owner that each gives.
@Test(
  arguments: [
    ("* @all", "a/b.c", "@all"), ("* @all", "a.c", "@all"),
    ("*.js @js", "a/b/c.js", "@js"), ("*.js @js", "a.jsx", ""),
    ("/build/logs/ @doc", "build/logs/a/b.log", "@doc"),
    ("/build/logs/ @doc", "x/build/logs/a", ""),
    ("docs/* @docs", "docs/a.md", "@docs"), ("docs/* @docs", "docs/b/a.md", ""),
    ("docs/* @docs", "x/docs/a.md", ""), ("apps/ @apps", "x/apps/y/z.c", "@apps"),
    ("apps @apps", "x/apps/y/z.c", "@apps"), ("/docs/ @root", "docs/a/b", "@root"),
    ("**/logs @logs", "deep/er/logs/a", "@logs"), ("/apps/**/x.c @x", "apps/a/b/x.c", "@x"),
    ("/apps/ @o\n/apps/github", "apps/github/a.c", ""),
    ("/apps/ @o\n/apps/github", "apps/b.c", "@o"),
    ("*.c @one # not @two", "a.c", "@one"), ("a\\ b.c @blank", "a b.c", "@blank"),
    ("\\#a.c @hash", "#a.c", "@hash"), ("# *.c @no", "a.c", ""),
    ("*.c @One mail@X.org @one", "a.c", "@one mail@x.org"), ("[ab].c @class", "a.c", ""),
    ("a{1,2}.c @braces", "a1.c", ""), ("a{1,2}.c @braces", "a{1,2}.c", "@braces"),
    ("[Core] @team\nsrc/\n*.md @writers", "src/a.c", "@team"),
    ("[Core] @team\nsrc/\n*.md @writers", "src/a.md", "@writers"),
    ("*.c @c\n[Core][2]\nsrc/ @team\n^[Docs]\nsrc/x/ @d", "src/x/a.c", "@c @d @team"),
    ("* @a\n!*.rb", "a.rb", ""), ("* @a\n!*.rb", "a.c", "@a"),
    ("", "a.c", ""), ("/ @top", "a/b.c", "@top"), ("*", "a.c", ""), ("/// @x", "a", ""),
  ] as [(String, String, String)])
func owners(rules: String, path: String, expected: String) {
  #expect(OwnerRules(rules).owners(of: path).joined(separator: " ") == expected)
}

@Test func `the file is found where the hosts look for it, and not behind links`() throws {
  let repository = try Repository()
  #expect(OwnerRules.find(at: repository.path) == nil)
  try repository.write("* @docs\n", to: "docs/CODEOWNERS")
  #expect(OwnerRules.find(at: repository.path)?.owners(of: "a") == ["@docs"])
  try repository.write("* @root\n", to: "CODEOWNERS")
  #expect(OwnerRules.find(at: repository.path)?.owners(of: "a") == ["@root"])
  try repository.git("init", "-q", "other")
  try repository.write("* @github\n", to: ".github/CODEOWNERS")
  #expect(OwnerRules.find(at: repository.path)?.owners(of: "a") == ["@github"])
}
