import Basics
import History
import Testing

@Test(
  arguments: [
    ("[user]\n\tname = Ada Lovelace\n", "Ada Lovelace"),
    ("[user]\nemail = ada@example.org\n", "ada@example.org"),
    ("[user]\nemail = a@b.c\nname = \"Ada # L\" ; not this\n", "Ada # L"),
    ("[USER]\nName=Ada\n[core]\nname = no\n", "Ada"),
    ("[user]\nname = one\nname = two\n", "two"),
    ("[user \"sub\"]\nname = no\n", ""), ("[core]\nname = no\n", ""), ("name = no\n", ""),
    ("[user]\nname =\n", ""), ("[user]\nname = \u{1b}[31mred\n", ""),
    ("[include]\npath = /etc/passwd\n", ""),
  ] as [(String, String)])
func nameOfWhoWorksHere(text: String, expected: String) {
  #expect(GitIdentity.name(in: text) ?? "" == expected)
}

@Test func `the configuration of the repository is read as text, from a folder below as well`()
  throws
{
  let repository = try Repository()
  try repository.git("init", "-q", "-b", "main")
  try repository.git("config", "user.name", "Ada")
  try repository.write("x", to: "below/a.c")
  #expect(GitIdentity.name(at: repository.path) == "Ada")
  #expect(GitIdentity.name(at: repository.path + Array("/below".utf8)) == "Ada")
}
