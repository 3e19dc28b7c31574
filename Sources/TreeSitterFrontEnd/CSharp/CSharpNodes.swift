internal import TreeSitterBinding

/// The kinds of nodes of C#'s grammar that matter here.
enum CSharpNode: String, CaseIterable, Sendable {
  case using = "using_directive"
  case globalKeyword = "global"
  case staticKeyword = "static"
  case namespace = "namespace_declaration"
  case fileNamespace = "file_scoped_namespace_declaration"
  case globalStatement = "global_statement"
  case globalAttribute = "global_attribute"
  case attributeList = "attribute_list"
  case attribute
  case attributeTarget = "attribute_target_specifier"
  case attributeArguments = "attribute_argument_list"
  case attributeArgument = "attribute_argument"
  case modifier
  // Declarations.
  case classDeclaration = "class_declaration"
  case structDeclaration = "struct_declaration"
  case recordDeclaration = "record_declaration"
  case interfaceDeclaration = "interface_declaration"
  case enumDeclaration = "enum_declaration"
  case enumMember = "enum_member_declaration"
  case delegateDeclaration = "delegate_declaration"
  case declarationList = "declaration_list"
  case typeParameterList = "type_parameter_list"
  case typeParameter = "type_parameter"
  case constraints = "type_parameter_constraints_clause"
  case constraint = "type_parameter_constraint"
  case baseList = "base_list"
  case primaryBase = "primary_constructor_base_type"
  case field = "field_declaration"
  case eventField = "event_field_declaration"
  case event = "event_declaration"
  case property = "property_declaration"
  case indexer = "indexer_declaration"
  case accessorList = "accessor_list"
  case accessor = "accessor_declaration"
  case method = "method_declaration"
  case constructor = "constructor_declaration"
  case constructorInitializer = "constructor_initializer"
  case destructor = "destructor_declaration"
  case operatorDeclaration = "operator_declaration"
  case conversion = "conversion_operator_declaration"
  case explicitInterface = "explicit_interface_specifier"
  case localFunction = "local_function_statement"
  case parameterList = "parameter_list"
  case bracketedParameters = "bracketed_parameter_list"
  case parameter
  case variableDeclaration = "variable_declaration"
  case variableDeclarator = "variable_declarator"
  case arrow = "arrow_expression_clause"
  // Types.
  case predefinedType = "predefined_type"
  case implicitType = "implicit_type"
  case genericName = "generic_name"
  case typeArguments = "type_argument_list"
  case qualifiedName = "qualified_name"
  case aliasName = "alias_qualified_name"
  case nullableType = "nullable_type"
  case arrayType = "array_type"
  case rank = "array_rank_specifier"
  case pointerType = "pointer_type"
  case tupleType = "tuple_type"
  case tupleElement = "tuple_element"
  case refType = "ref_type"
  case scopedType = "scoped_type"
  case functionPointer = "function_pointer_type"
  // Statements.
  case block
  case localDeclaration = "local_declaration_statement"
  case forStatement = "for_statement"
  case forEach = "foreach_statement"
  case whileStatement = "while_statement"
  case usingStatement = "using_statement"
  case tryStatement = "try_statement"
  case catchClause = "catch_clause"
  case catchDeclaration = "catch_declaration"
  case switchStatement = "switch_statement"
  case switchSection = "switch_section"
  case switchExpression = "switch_expression"
  case switchArm = "switch_expression_arm"
  case returnStatement = "return_statement"
  case breakStatement = "break_statement"
  case gotoStatement = "goto_statement"
  case labeled = "labeled_statement"
  case preprocIf = "preproc_if"
  case preprocElif = "preproc_elif"
  case preprocRegion = "preproc_region"
  case preprocPragma = "preproc_pragma"
  case preprocDefine = "preproc_define"
  case preprocUndef = "preproc_undef"
  // Patterns.
  case isPattern = "is_pattern_expression"
  case isExpression = "is_expression"
  case declarationPattern = "declaration_pattern"
  case recursivePattern = "recursive_pattern"
  case constantPattern = "constant_pattern"
  case typePattern = "type_pattern"
  case varPattern = "var_pattern"
  case negatedPattern = "negated_pattern"
  case andPattern = "and_pattern"
  case orPattern = "or_pattern"
  case parenthesizedPattern = "parenthesized_pattern"
  case propertyPatterns = "property_pattern_clause"
  case positionalPatterns = "positional_pattern_clause"
  case subpattern
  case tuplePattern = "tuple_pattern"
  // Expressions.
  case identifier
  case this
  case base
  case memberAccess = "member_access_expression"
  case conditionalAccess = "conditional_access_expression"
  case memberBinding = "member_binding_expression"
  case elementBinding = "element_binding_expression"
  case elementAccess = "element_access_expression"
  case invocation = "invocation_expression"
  case argumentList = "argument_list"
  case bracketedArguments = "bracketed_argument_list"
  case argument
  case creation = "object_creation_expression"
  case implicitCreation = "implicit_object_creation_expression"
  case anonymousCreation = "anonymous_object_creation_expression"
  case arrayCreation = "array_creation_expression"
  case implicitArray = "implicit_array_creation_expression"
  case stackArray = "stackalloc_expression"
  case initializer = "initializer_expression"
  case lambda = "lambda_expression"
  case anonymousMethod = "anonymous_method_expression"
  case implicitParameter = "implicit_parameter"
  case assignment = "assignment_expression"
  case prefixUnary = "prefix_unary_expression"
  case postfixUnary = "postfix_unary_expression"
  case binary = "binary_expression"
  case conditional = "conditional_expression"
  case parenthesized = "parenthesized_expression"
  case cast = "cast_expression"
  case asExpression = "as_expression"
  case await = "await_expression"
  case typeOf = "typeof_expression"
  case sizeOf = "sizeof_expression"
  case defaultExpression = "default_expression"
  case declarationExpression = "declaration_expression"
  case withExpression = "with_expression"
  case withInitializer = "with_initializer"
  case tuple = "tuple_expression"
  case checked = "checked_expression"
  case refExpression = "ref_expression"
  case query = "query_expression"
  case fromClause = "from_clause"
  case joinClause = "join_clause"
  case letClause = "let_clause"
  case selectClause = "select_clause"
  case groupClause = "group_clause"
  case string = "string_literal"
  case verbatim = "verbatim_string_literal"
  case raw = "raw_string_literal"
  case interpolated = "interpolated_string_expression"
  case stringContent = "string_content"
  case interpolation
  case interpolationFormat = "interpolation_format_clause"
  case rawContent = "raw_string_content"
  case character = "character_literal"
  case integer = "integer_literal"
  case real = "real_literal"
  case boolean = "boolean_literal"
  case null = "null_literal"
  case comment
}

extension CSharpNode {
  /// A written text, with or without holes.
  var isText: Bool {
    self == .string || self == .verbatim || self == .raw || self == .interpolated
  }
}

/// The numbers of the fields of C#'s grammar.
struct CSharpFields: Sendable {
  let accessors, alias, alternative, arguments, body, condition, consequence, expression, function,
    initializer, left, name, operator_, parameters, pattern, qualifier, rank, returns, right,
    subscript_, type, typeParameters, update, value: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    accessors = field("accessors")
    alias = field("alias")
    alternative = field("alternative")
    arguments = field("arguments")
    body = field("body")
    condition = field("condition")
    consequence = field("consequence")
    expression = field("expression")
    function = field("function")
    initializer = field("initializer")
    left = field("left")
    name = field("name")
    operator_ = field("operator")
    parameters = field("parameters")
    pattern = field("pattern")
    qualifier = field("qualifier")
    rank = field("rank")
    returns = field("returns")
    right = field("right")
    subscript_ = field("subscript")
    type = field("type")
    typeParameters = field("type_parameters")
    update = field("update")
    value = field("value")
  }
}
