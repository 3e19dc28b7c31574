internal import TreeSitterBinding

/// The kinds of nodes of Scala's grammar that matter here.
enum ScalaNode: String, CaseIterable, Sendable {
  case package = "package_clause"
  case packageObject = "package_object"
  case packageIdentifier = "package_identifier"
  case importDeclaration = "import_declaration"
  case export = "export_declaration"
  case selectors = "namespace_selectors"
  case arrowRenamed = "arrow_renamed_identifier"
  case asRenamed = "as_renamed_identifier"
  case namespaceWildcard = "namespace_wildcard"
  case identifier
  case operatorIdentifier = "operator_identifier"
  case typeIdentifier = "type_identifier"
  // Declarations.
  case classDefinition = "class_definition"
  case traitDefinition = "trait_definition"
  case objectDefinition = "object_definition"
  case enumDefinition = "enum_definition"
  case enumBody = "enum_body"
  case enumCases = "enum_case_definitions"
  case simpleCase = "simple_enum_case"
  case fullCase = "full_enum_case"
  case function = "function_definition"
  case functionDeclaration = "function_declaration"
  case val = "val_definition"
  case valDeclaration = "val_declaration"
  case variable = "var_definition"
  case varDeclaration = "var_declaration"
  case identifiers
  case typeDefinition = "type_definition"
  case opaque = "opaque_modifier"
  case given = "given_definition"
  case extensionDefinition = "extension_definition"
  case modifiers
  case annotation
  case typeParameters = "type_parameters"
  case covariant = "covariant_type_parameter"
  case contravariant = "contravariant_type_parameter"
  case upperBound = "upper_bound"
  case lowerBound = "lower_bound"
  case viewBound = "view_bound"
  case contextBound = "context_bound"
  case classParameters = "class_parameters"
  case classParameter = "class_parameter"
  case parameters
  case parameter
  case extends = "extends_clause"
  case derives = "derives_clause"
  case templateBody = "template_body"
  case withBody = "with_template_body"
  case selfType = "self_type"
  case earlyDefinitions = "early_defs"
  case endMarker = "end_marker"
  // Types.
  case genericType = "generic_type"
  case typeArguments = "type_arguments"
  case stableType = "stable_type_identifier"
  case stableIdentifier = "stable_identifier"
  case compoundType = "compound_type"
  case appliedConstructor = "applied_constructor_type"
  case refinement
  case structuralType = "structural_type"
  case functionType = "function_type"
  case parameterTypes = "parameter_types"
  case tupleType = "tuple_type"
  case infixType = "infix_type"
  case singletonType = "singleton_type"
  case projectedType = "projected_type"
  case annotatedType = "annotated_type"
  case lazyType = "lazy_parameter_type"
  case repeatedType = "repeated_parameter_type"
  case existentialType = "existential_type"
  case typeLambda = "type_lambda"
  case matchType = "match_type"
  case literalType = "literal_type"
  // Statements.
  case block
  case indentedBlock = "indented_block"
  case caseBlock = "case_block"
  case indentedCases = "indented_cases"
  case caseClause = "case_clause"
  case guardNode = "guard"
  case forExpression = "for_expression"
  case enumerators
  case enumerator
  case whileExpression = "while_expression"
  case ifExpression = "if_expression"
  case matchExpression = "match_expression"
  case tryExpression = "try_expression"
  case catchClause = "catch_clause"
  case returnExpression = "return_expression"
  case throwExpression = "throw_expression"
  case assignment = "assignment_expression"
  // Patterns.
  case typedPattern = "typed_pattern"
  case tuplePattern = "tuple_pattern"
  case casePattern = "case_class_pattern"
  case capturePattern = "capture_pattern"
  case alternativePattern = "alternative_pattern"
  case infixPattern = "infix_pattern"
  case givenPattern = "given_pattern"
  case namedPattern = "named_pattern"
  // Expressions.
  case call = "call_expression"
  case field = "field_expression"
  case genericFunction = "generic_function"
  case arguments
  case colonArgument = "colon_argument"
  case instance = "instance_expression"
  case lambda = "lambda_expression"
  case bindings
  case binding
  case infix = "infix_expression"
  case prefix = "prefix_expression"
  case postfix = "postfix_expression"
  case ascription = "ascription_expression"
  case methodValue = "method_value"
  case parenthesized = "parenthesized_expression"
  case tuple = "tuple_expression"
  case wildcard
  case string
  case interpolatedExpression = "interpolated_string_expression"
  case interpolatedString = "interpolated_string"
  case interpolation
  case character = "character_literal"
  case integer = "integer_literal"
  case float = "floating_point_literal"
  case boolean = "boolean_literal"
  case null = "null_literal"
  case unit
  case comment
  case blockComment = "block_comment"
  case error = "ERROR"
}

/// The numbers of the fields of Scala's grammar.
struct ScalaFields: Sendable {
  let name, type, left, right, operator_, value, field, function, arguments, body, pattern: UInt16
  let path, alias, condition, consequence, alternative, returnType, defaultValue: UInt16
  let interpolator, parameters: UInt16

  init(_ grammar: Grammar) {
    func number(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = number("name")
    type = number("type")
    left = number("left")
    right = number("right")
    operator_ = number("operator")
    value = number("value")
    field = number("field")
    function = number("function")
    arguments = number("arguments")
    body = number("body")
    pattern = number("pattern")
    path = number("path")
    alias = number("alias")
    condition = number("condition")
    consequence = number("consequence")
    alternative = number("alternative")
    returnType = number("return_type")
    defaultValue = number("default_value")
    interpolator = number("interpolator")
    parameters = number("parameters")
  }
}
