internal import TreeSitterBinding

/// The kinds of nodes of Java's grammar that matter here.
enum JavaNode: String, CaseIterable, Sendable {
  case package = "package_declaration"
  case importDeclaration = "import_declaration"
  case asterisk
  case classDeclaration = "class_declaration"
  case interfaceDeclaration = "interface_declaration"
  case enumDeclaration = "enum_declaration"
  case recordDeclaration = "record_declaration"
  case annotationType = "annotation_type_declaration"
  case annotationElement = "annotation_type_element_declaration"
  case enumConstant = "enum_constant"
  case method = "method_declaration"
  case constructor = "constructor_declaration"
  case compactConstructor = "compact_constructor_declaration"
  case fieldDeclaration = "field_declaration"
  case constantDeclaration = "constant_declaration"
  case staticInitializer = "static_initializer"
  case modifiers
  case markerAnnotation = "marker_annotation"
  case annotation
  case elementPair = "element_value_pair"
  case elementArray = "element_value_array_initializer"
  case typeParameters = "type_parameters"
  case typeParameter = "type_parameter"
  case typeBound = "type_bound"
  case superclass
  case superInterfaces = "super_interfaces"
  case extendsInterfaces = "extends_interfaces"
  case permits
  case typeList = "type_list"
  case throwsClause = "throws"
  case formalParameter = "formal_parameter"
  case spreadParameter = "spread_parameter"
  case receiverParameter = "receiver_parameter"
  case formalParameters = "formal_parameters"
  case inferredParameters = "inferred_parameters"
  case variableDeclarator = "variable_declarator"
  case localVariable = "local_variable_declaration"
  // Types.
  case typeIdentifier = "type_identifier"
  case scopedType = "scoped_type_identifier"
  case genericType = "generic_type"
  case arrayType = "array_type"
  case dimensions
  case annotatedType = "annotated_type"
  case typeArguments = "type_arguments"
  case wildcard
  case integralType = "integral_type"
  case floatingType = "floating_point_type"
  case booleanType = "boolean_type"
  case voidType = "void_type"
  // Statements with names of their own.
  case block
  case constructorBody = "constructor_body"
  case forStatement = "for_statement"
  case enhancedFor = "enhanced_for_statement"
  case whileStatement = "while_statement"
  case tryWithResources = "try_with_resources_statement"
  case resource
  case catchClause = "catch_clause"
  case catchParameter = "catch_formal_parameter"
  case catchType = "catch_type"
  case switchExpression = "switch_expression"
  case switchLabel = "switch_label"
  case switchGroup = "switch_block_statement_group"
  case switchRule = "switch_rule"
  case typePattern = "type_pattern"
  case recordPattern = "record_pattern"
  case recordComponent = "record_pattern_component"
  case labeled = "labeled_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  // Expressions.
  case identifier
  case scopedIdentifier = "scoped_identifier"
  case this
  case superNode = "super"
  case fieldAccess = "field_access"
  case methodInvocation = "method_invocation"
  case argumentList = "argument_list"
  case objectCreation = "object_creation_expression"
  case classBody = "class_body"
  case explicitConstructor = "explicit_constructor_invocation"
  case methodReference = "method_reference"
  case lambda = "lambda_expression"
  case classLiteral = "class_literal"
  case cast = "cast_expression"
  case instanceOf = "instanceof_expression"
  case assignment = "assignment_expression"
  case update = "update_expression"
  case ternary = "ternary_expression"
  case parenthesized = "parenthesized_expression"
  case arrayAccess = "array_access"
  case arrayCreation = "array_creation_expression"
  case binary = "binary_expression"
  case string = "string_literal"
  case character = "character_literal"
  case integer = "decimal_integer_literal"
  case hexInteger = "hex_integer_literal"
  case floatingPoint = "decimal_floating_point_literal"
  case trueLiteral = "true"
  case falseLiteral = "false"
  case lineComment = "line_comment"
  case blockComment = "block_comment"
}

/// The numbers of the fields of Java's grammar.
struct JavaFields: Sendable {
  let name, type, body, object, arguments, parameters, typeParameters, superclass, interfaces,
    declarator, value, key, left, right, operator_, scope, field, array, element, dimensions,
    constructor, condition, index: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    type = field("type")
    body = field("body")
    object = field("object")
    arguments = field("arguments")
    parameters = field("parameters")
    typeParameters = field("type_parameters")
    superclass = field("superclass")
    interfaces = field("interfaces")
    declarator = field("declarator")
    value = field("value")
    key = field("key")
    left = field("left")
    right = field("right")
    operator_ = field("operator")
    scope = field("scope")
    self.field = field("field")
    array = field("array")
    element = field("element")
    dimensions = field("dimensions")
    constructor = field("constructor")
    condition = field("condition")
    index = field("index")
  }
}
