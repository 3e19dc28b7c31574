internal import TreeSitterBinding

/// The kinds of nodes of PHP's grammar that matter here.
enum PHPNode: String, CaseIterable, Sendable {
  case comment
  case namespace = "namespace_definition"
  case namespaceName = "namespace_name"
  case useDeclaration = "namespace_use_declaration"
  case useClause = "namespace_use_clause"
  case useGroup = "namespace_use_group"
  case useGroupClause = "namespace_use_group_clause"
  case useAlias = "namespace_aliasing_clause"
  // Declarations.
  case classDeclaration = "class_declaration"
  case interfaceDeclaration = "interface_declaration"
  case traitDeclaration = "trait_declaration"
  case enumDeclaration = "enum_declaration"
  case enumList = "enum_declaration_list"
  case enumCase = "enum_case"
  case declarationList = "declaration_list"
  case base = "base_clause"
  case interfaces = "class_interface_clause"
  case traitUse = "use_declaration"
  case traitUseList = "use_list"
  case traitAlias = "use_as_clause"
  case traitInsteadOf = "use_instead_of_clause"
  case constDeclaration = "const_declaration"
  case constElement = "const_element"
  case property = "property_declaration"
  case propertyElement = "property_element"
  case propertyInitializer = "property_initializer"
  case method = "method_declaration"
  case function = "function_definition"
  case parameters = "formal_parameters"
  case parameter = "simple_parameter"
  case variadicParameter = "variadic_parameter"
  case promotedParameter = "property_promotion_parameter"
  case abstractModifier = "abstract_modifier"
  case finalModifier = "final_modifier"
  case staticModifier = "static_modifier"
  case visibilityModifier = "visibility_modifier"
  case attributeList = "attribute_list"
  case attributeGroup = "attribute_group"
  case attribute
  // Types.
  case namedType = "named_type"
  case primitiveType = "primitive_type"
  case optionalType = "optional_type"
  case unionType = "union_type"
  case intersectionType = "intersection_type"
  case mixedType = "disjunctive_normal_form_type"
  case typeList = "type_list"
  // Statements.
  case compound = "compound_statement"
  case colonBlock = "colon_block"
  case expressionStatement = "expression_statement"
  case ifStatement = "if_statement"
  case elseIf = "else_if_clause"
  case elseClause = "else_clause"
  case whileStatement = "while_statement"
  case forStatement = "for_statement"
  case foreachStatement = "foreach_statement"
  case pair
  case byReference = "by_ref"
  case catchClause = "catch_clause"
  case returnStatement = "return_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case exitStatement = "exit_statement"
  case gotoStatement = "goto_statement"
  case label = "named_label_statement"
  case globalDeclaration = "global_declaration"
  case staticDeclaration = "function_static_declaration"
  case staticVariable = "static_variable_declaration"
  case declareStatement = "declare_statement"
  case textInterpolation = "text_interpolation"
  case tag = "php_tag"
  // Expressions.
  case name
  case qualifiedName = "qualified_name"
  case relativeScope = "relative_scope"
  case variable = "variable_name"
  case dynamicVariable = "dynamic_variable_name"
  case memberAccess = "member_access_expression"
  case nullsafeAccess = "nullsafe_member_access_expression"
  case memberCall = "member_call_expression"
  case nullsafeCall = "nullsafe_member_call_expression"
  case scopedCall = "scoped_call_expression"
  case scopedProperty = "scoped_property_access_expression"
  case constantAccess = "class_constant_access_expression"
  case functionCall = "function_call_expression"
  case creation = "object_creation_expression"
  case arguments
  case argument
  case placeholder = "variadic_placeholder"
  case closure = "anonymous_function_creation_expression"
  case closureUse = "anonymous_function_use_clause"
  case arrowFunction = "arrow_function"
  case array = "array_creation_expression"
  case list = "list_literal"
  case element = "array_element_initializer"
  case subscript_ = "subscript_expression"
  case assignment = "assignment_expression"
  case referenceAssignment = "reference_assignment_expression"
  case augmented = "augmented_assignment_expression"
  case update = "update_expression"
  case binary = "binary_expression"
  case unary = "unary_op_expression"
  case conditional = "conditional_expression"
  case parenthesized = "parenthesized_expression"
  case clone = "clone_expression"
  case cast = "cast_expression"
  case suppression = "error_suppression_expression"
  case match = "match_expression"
  case matchArm = "match_conditional_expression"
  case matchDefault = "match_default_expression"
  case throwExpression = "throw_expression"
  case includeExpression = "include_expression"
  case includeOnce = "include_once_expression"
  case requireExpression = "require_expression"
  case requireOnce = "require_once_expression"
  case shellCommand = "shell_command_expression"
  case string
  case encapsed = "encapsed_string"
  case heredoc
  case heredocBody = "heredoc_body"
  case nowdoc
  case nowdocBody = "nowdoc_body"
  case nowdocString = "nowdoc_string"
  case stringContent = "string_content"
  case escape = "escape_sequence"
  case integer
  case float
  case boolean
  case null
}

/// The numbers of the fields of PHP's grammar.
struct PHPFields: Sendable {
  let name, type, returnType, body, object, scope, function, arguments, parameters, attributes,
    value, defaultValue, left, right, operator_, argument, condition, alternative,
    returnExpression, update, initialize: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    type = field("type")
    returnType = field("return_type")
    body = field("body")
    object = field("object")
    scope = field("scope")
    function = field("function")
    arguments = field("arguments")
    parameters = field("parameters")
    attributes = field("attributes")
    value = field("value")
    defaultValue = field("default_value")
    left = field("left")
    right = field("right")
    operator_ = field("operator")
    argument = field("argument")
    condition = field("condition")
    alternative = field("alternative")
    returnExpression = field("return_expression")
    update = field("update")
    initialize = field("initialize")
  }
}
