import Basics
import Facts
import Testing

/// `relation from -> to line`, one a link.
private func links(_ text: String) throws -> [String] {
  try extract(["a.xml": text]).flatMap { $0.parts.flatMap { $0.facts?.links ?? [] } }.map {
    "\($0.relation) \($0.from.name) -> \($0.to.name) \($0.line)"
  }
}

@Suite struct MarkupReaderTests {
  @Test func otherXMLSaysNothing() throws {
    let units = try extract([
      "a.xml": "<project><bean id='a' class='b.C'/></project>", "b.xml": "no xml",
      "c.xml": "<layout><unclosed>",
    ])
    #expect(units.flatMap(\.diagnostics).isEmpty)
    #expect(units.allSatisfy { $0.parts.allSatisfy { $0.facts?.links.isEmpty ?? false } })
  }

  @Test func brokenXMLIsToldAndReadAsFarAsItGoes() throws {
    let units = try extract(["a.xml": "<beans>\n<bean id='a' class='b.C'/>\n<bean></beans>"])
    #expect(units[0].diagnostics.map(\.code) == ["malformed-xml"])
    #expect(units[0].diagnostics.map(\.line) == [3])
    #expect(units[0].parts[0].facts?.links.count == 1)
  }

  @Test func namesOfPartsAreLists() throws {
    let text = "<beans><bean id='a' name='b; c,d' class='x.Y' depends-on='e f'/></beans>"
    #expect(
      try links(text) == [
        "stands a -> x.Y 1", "stands b -> x.Y 1", "stands c -> x.Y 1", "stands d -> x.Y 1",
        "wires a -> e 1", "wires a -> f 1",
      ])
  }

  @Test func placeholdersAreNoNames() throws {
    let text =
      "<beans><bean id='a' class='${x}'><property name='p' ref='${y}'/><property name='q' "
      + "value='#{z.w}'/><property name='r' value='not a.Type'/></bean></beans>"
    #expect(try links(text) == [])
  }

  @Test func scopesKeepNamesApart() throws {
    let text = """
      <web-app><servlet><servlet-name>a</servlet-name><servlet-class>x.Y</servlet-class></servlet>
      <servlet-mapping><servlet-name>a</servlet-name><url-pattern>/a/*</url-pattern>
      </servlet-mapping></web-app>
      """
    #expect(try links(text) == ["stands servlet:a -> x.Y 1", "starts servlet:a -> /a/* 2"])
  }

  @Test func statementsOfIBATISHavePlaceholdersOfTheirOwn() throws {
    let text = """
      <sqlMap namespace="Order">
        <select id="find" resultClass="x.Order">
          SELECT * FROM orders WHERE id = #id:NUMERIC# <dynamic prepend="AND">
            <isNotNull prepend="x IN (SELECT 1 FROM">$schema$.parts)</isNotNull></dynamic>
        </select>
        <update id="set">UPDATE $table$ SET a = #a#</update>
      </sqlMap>
      """
    let found = try links(text).filter { $0.contains("Order.find ->") || $0.contains(".set ->") }
    #expect(found == ["reads Order.find -> orders 3", "reads Order.find -> parts 4"])
  }

  @Test func fragmentsThatIncludeEachOtherEnd() throws {
    let text =
      "<mapper namespace='a.B'><sql id='x'>SELECT 1 FROM t <include refid='y'/><include refid='y'/>"
      + "</sql><sql id='y'><include refid='x'/><include refid='x'/></sql>"
      + "<select id='s'><include refid='x'/></select></mapper>"
    #expect(try Set(links(text)).contains("reads a.B.s -> t 1"))
  }

  @Test func everyPrefixIsSurvived() throws {
    let text =
      "<hibernate-mapping package='a'><class name='B' table='c'><set name='d' table='e'>"
      + "<one-to-many class='F'/></set></class><query name='q'>from B</query></hibernate-mapping>"
    for end in stride(from: 0, to: text.utf8.count, by: 3) {
      _ = try links(String(decoding: Array(text.utf8)[..<end], as: UTF8.self))
    }
    #expect(
      try links(text) == [
        "keeps a.B -> c 1", "defines a.B -> e 1", "uses a.B -> a.F 1", "asks q -> from B 1",
      ])
  }
}
