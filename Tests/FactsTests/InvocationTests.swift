import Testing

@testable import Facts

@Suite struct InvocationTests {
  @Test(
    arguments: [
      ("a 'b c' \"d \\\" e\" f\\ g", ["a", "b c", "d \" e", "f g"]),
      ("x>y 2>&1 &&z|w;v", ["x", ">", "y", ">&", "1", "&&", "z", "|", "w", ";", "v"]),
      ("a # b\nc", ["a", ";", "c"]), ("a#b", ["a#b"]), ("''", [""]), ("", []), ("'open", ["open"]),
      ("a\\\nb", ["ab"]),
    ] as [(String, [String])])
  func splits(_ text: String, _ want: [String]) {
    #expect(ShellWords.split(text) == want)
  }

  @Test(
    arguments: [
      ("/opt/shop/bin/shop report --day x", "shop report"),
      ("cd /srv && ./run.sh now >/dev/null 2>&1", "run.sh now"),
      ("FOO=1 env -u X BAR=2 nice -n 10 shop job", "shop job"),
      ("flock -n /run/l -c 'shop job clean'", "shop job clean !"),
      ("flock -w 5 /run/l timeout -k 5 10m shop", "shop ! 600.0"),
      ("/bin/sh -c 'exec shop serve'", "shop serve"), ("bash -lc \"a; b x\"", "a, b x"),
      ("bash /opt/x.sh one", "x.sh one"), ("python3.11 -u job.py --fast", "job.py"),
      ("sudo -u www php -f cron.php", "cron.php"), ("su - shop -c 'shop x'", "shop x"),
      ("[ -x /usr/bin/a ] && a b", "a b"), ("test -d /x || exit 0; a | b", "a, b"),
      ("", ""), ("sh", ""), ("timeout", ""), ("env env env env env env env env env env a", ""),
      ("tini -- shop", "shop"), ("2>/dev/null a", "a"),
    ] as [(String, String)])
  func findsPrograms(_ text: String, _ want: String) {
    let found = Invocation.all(in: ShellWords.split(text)).map { invocation in
      let words = [invocation.program] + invocation.subcommands
      let limits = [invocation.isExclusive ? "!" : nil, invocation.timeout.map { "\($0)" }]
      return (words + limits.compactMap { $0 }).joined(separator: " ")
    }
    #expect(found.joined(separator: ", ") == want)
  }
}
