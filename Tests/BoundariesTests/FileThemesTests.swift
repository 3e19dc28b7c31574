import Testing

@testable import Boundaries

@Test func `a group is called after what its files say and others do not`() {
  let stems = [
    "custom_field", "custom_fields_controller", "custom_field_value", "enumeration", "changelog",
    "issue", "issues_controller", "issue_relation", "issue_relations_helper", "wiki_page",
  ]
  let themes = FileThemes(stems)
  #expect(themes.theme(of: Array(0..<5)) == "custom-field")
  #expect(themes.theme(of: [5, 6, 7, 8]) == "issue")
  #expect(themes.theme(of: [7, 8]) == "issue-relation")
  #expect(themes.theme(of: [9]) == nil, "one file is no theme")
  #expect(themes.theme(of: [4, 6, 9]) == nil, "nothing in common")
  #expect(themes.theme(of: []) == nil)
}

@Test func `plurals are the same word`() {
  #expect(BusinessNames.singular("categories") == "category")
  #expect(BusinessNames.singular("orders") == "order")
  #expect(BusinessNames.singular("status") == "status")
  #expect(BusinessNames.singular("analysis") == "analysis")
  #expect(BusinessNames.singular("address") == "address")
}
