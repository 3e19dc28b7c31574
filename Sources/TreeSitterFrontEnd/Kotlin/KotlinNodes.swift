internal import TreeSitterBinding

/// The kinds of nodes of Kotlin's grammar that matter here.
enum KotlinNode: String, CaseIterable, Sendable {
  case fileAnnotation = "file_annotation"
  case package = "package_header"
  case importHeader = "import"
  case qualifiedIdentifier = "qualified_identifier"
  case asterisk = "*"
  case identifier
  // Declarations.
  case classDeclaration = "class_declaration"
  case objectDeclaration = "object_declaration"
  case companionObject = "companion_object"
  case function = "function_declaration"
  case property = "property_declaration"
  case typeAlias = "type_alias"
  case secondaryConstructor = "secondary_constructor"
  case initializer = "anonymous_initializer"
  case enumEntry = "enum_entry"
  case classBody = "class_body"
  case enumBody = "enum_class_body"
  case modifiers
  case parameterModifiers = "parameter_modifiers"
  case annotation
  case useSiteTarget = "use_site_target"
  case typeParameters = "type_parameters"
  case typeParameter = "type_parameter"
  case typeParameterModifiers = "type_parameter_modifiers"
  case typeConstraints = "type_constraints"
  case typeConstraint = "type_constraint"
  case primaryConstructor = "primary_constructor"
  case classParameters = "class_parameters"
  case classParameter = "class_parameter"
  case delegationSpecifiers = "delegation_specifiers"
  case delegationSpecifier = "delegation_specifier"
  case constructorInvocation = "constructor_invocation"
  case explicitDelegation = "explicit_delegation"
  case constructorDelegation = "constructor_delegation_call"
  case parameters = "function_value_parameters"
  case parameter
  case functionBody = "function_body"
  case variable = "variable_declaration"
  case multiVariable = "multi_variable_declaration"
  case delegate = "property_delegate"
  case getter
  case setter
  // Types.
  case userType = "user_type"
  case nullableType = "nullable_type"
  case nonNullableType = "non_nullable_type"
  case parenthesizedType = "parenthesized_type"
  case functionType = "function_type"
  case functionTypeParameters = "function_type_parameters"
  case typeArguments = "type_arguments"
  case typeProjection = "type_projection"
  case typeModifiers = "type_modifiers"
  // Statements.
  case block
  case forStatement = "for_statement"
  case whileStatement = "while_statement"
  case doWhile = "do_while_statement"
  case assignment
  case catchBlock = "catch_block"
  case whenSubject = "when_subject"
  case whenEntry = "when_entry"
  case typeTest = "type_test"
  case rangeTest = "range_test"
  // Expressions.
  case call = "call_expression"
  case navigation = "navigation_expression"
  case index = "index_expression"
  case valueArguments = "value_arguments"
  case valueArgument = "value_argument"
  case annotatedLambda = "annotated_lambda"
  case lambda = "lambda_literal"
  case lambdaParameters = "lambda_parameters"
  case anonymousFunction = "anonymous_function"
  case objectLiteral = "object_literal"
  case callableReference = "callable_reference"
  case this = "this_expression"
  case superNode = "super_expression"
  case ifExpression = "if_expression"
  case whenExpression = "when_expression"
  case tryExpression = "try_expression"
  case binary = "binary_expression"
  case unary = "unary_expression"
  case infix = "infix_expression"
  case isExpression = "is_expression"
  case asExpression = "as_expression"
  case inExpression = "in_expression"
  case range = "range_expression"
  case spread = "spread_expression"
  case parenthesized = "parenthesized_expression"
  case labeled = "labeled_expression"
  case label
  case annotated = "annotated_expression"
  case returnExpression = "return_expression"
  case throwExpression = "throw_expression"
  case collection = "collection_literal"
  case string = "string_literal"
  case multilineString = "multiline_string_literal"
  case stringContent = "string_content"
  case escape = "escape_sequence"
  case interpolation
  case character = "character_literal"
  case number = "number_literal"
  case float = "float_literal"
  case lineComment = "line_comment"
  case blockComment = "block_comment"
  case error = "ERROR"
}

/// The numbers of the fields of Kotlin's grammar.
struct KotlinFields: Sendable {
  let name, type, left, right, operator_, argument, condition, label: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    type = field("type")
    left = field("left")
    right = field("right")
    operator_ = field("operator")
    argument = field("argument")
    condition = field("condition")
    label = field("label")
  }
}
