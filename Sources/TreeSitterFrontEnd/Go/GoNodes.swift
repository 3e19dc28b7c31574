internal import TreeSitterBinding

/// The kinds of nodes of Go's grammar that matter here.
enum GoNode: String, CaseIterable, Sendable {
  case packageClause = "package_clause"
  case packageIdentifier = "package_identifier"
  case importSpec = "import_spec"
  case dot
  case blank = "blank_identifier"
  case constSpec = "const_spec"
  case constDeclaration = "const_declaration"
  case varSpec = "var_spec"
  case varDeclaration = "var_declaration"
  case functionDeclaration = "function_declaration"
  case methodDeclaration = "method_declaration"
  case typeDeclaration = "type_declaration"
  case typeSpec = "type_spec"
  case typeAlias = "type_alias"
  case typeParameter = "type_parameter_declaration"
  case parameterList = "parameter_list"
  case parameter = "parameter_declaration"
  case variadicParameter = "variadic_parameter_declaration"
  case fieldList = "field_declaration_list"
  case fieldDeclaration = "field_declaration"
  case methodElement = "method_elem"
  // The same under the grammars before 0.23.
  case methodSpec = "method_spec"
  case typeElement = "type_elem"
  case constraintElement = "constraint_elem"
  case typeConstraint = "type_constraint"
  // Types.
  case typeIdentifier = "type_identifier"
  case qualifiedType = "qualified_type"
  case genericType = "generic_type"
  case typeArguments = "type_arguments"
  case pointerType = "pointer_type"
  case parenthesizedType = "parenthesized_type"
  case negatedType = "negated_type"
  case arrayType = "array_type"
  case implicitArrayType = "implicit_length_array_type"
  case sliceType = "slice_type"
  case mapType = "map_type"
  case channelType = "channel_type"
  case functionType = "function_type"
  case structType = "struct_type"
  case interfaceType = "interface_type"
  // Statements with names of their own, or that say something.
  case block
  case ifStatement = "if_statement"
  case forStatement = "for_statement"
  case forClause = "for_clause"
  case rangeClause = "range_clause"
  case expressionSwitch = "expression_switch_statement"
  case expressionCase = "expression_case"
  case typeSwitch = "type_switch_statement"
  case typeCase = "type_case"
  case defaultCase = "default_case"
  case communicationCase = "communication_case"
  case receiveStatement = "receive_statement"
  case shortVariable = "short_var_declaration"
  case assignment = "assignment_statement"
  case increment = "inc_statement"
  case decrement = "dec_statement"
  case returnStatement = "return_statement"
  case goStatement = "go_statement"
  case breakStatement = "break_statement"
  case gotoStatement = "goto_statement"
  case expressionList = "expression_list"
  // Expressions.
  case identifier
  case fieldIdentifier = "field_identifier"
  case selector = "selector_expression"
  case call = "call_expression"
  case argumentList = "argument_list"
  case compositeLiteral = "composite_literal"
  case literalValue = "literal_value"
  case keyedElement = "keyed_element"
  case literalElement = "literal_element"
  case functionLiteral = "func_literal"
  case typeAssertion = "type_assertion_expression"
  case typeConversion = "type_conversion_expression"
  case typeInstantiation = "type_instantiation_expression"
  case unary = "unary_expression"
  case binary = "binary_expression"
  case parenthesized = "parenthesized_expression"
  case index = "index_expression"
  case slice = "slice_expression"
  case string = "interpreted_string_literal"
  case rawString = "raw_string_literal"
  case nilLiteral = "nil"
  case comment
}

extension GoNode {
  var isType: Bool {
    switch self {
    case .typeIdentifier, .qualifiedType, .genericType, .pointerType, .parenthesizedType,
      .negatedType, .arrayType, .implicitArrayType, .sliceType, .mapType, .channelType,
      .functionType, .structType, .interfaceType:
      true
    default: false
    }
  }

  var isText: Bool { self == .string || self == .rawString }
}

/// The numbers of the fields of Go's grammar.
struct GoFields: Sendable {
  let name, path, type, value, parameters, typeParameters, result, receiver, body, tag, left, right,
    operator_, operand, field, function, arguments, typeArguments, alias, package_, element, key,
    length, condition, initializer, update, index: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    path = field("path")
    type = field("type")
    value = field("value")
    parameters = field("parameters")
    typeParameters = field("type_parameters")
    result = field("result")
    receiver = field("receiver")
    body = field("body")
    tag = field("tag")
    left = field("left")
    right = field("right")
    operator_ = field("operator")
    operand = field("operand")
    self.field = field("field")
    function = field("function")
    arguments = field("arguments")
    typeArguments = field("type_arguments")
    alias = field("alias")
    package_ = field("package")
    element = field("element")
    key = field("key")
    length = field("length")
    condition = field("condition")
    initializer = field("initializer")
    update = field("update")
    index = field("index")
  }
}
