internal import TreeSitterBinding

/// The kinds of nodes that matter here, of the grammars of JavaScript, TypeScript and TSX.
enum EcmaNode: String, CaseIterable, Sendable {
  // Modules.
  case importStatement = "import_statement"
  case importClause = "import_clause"
  case namedImports = "named_imports"
  case importSpecifier = "import_specifier"
  case namespaceImport = "namespace_import"
  case importRequire = "import_require_clause"
  case importAlias = "import_alias"
  case importWord = "import"
  case exportStatement = "export_statement"
  case exportClause = "export_clause"
  case exportSpecifier = "export_specifier"
  case namespaceExport = "namespace_export"
  case ambient = "ambient_declaration"
  case internalModule = "internal_module"
  case module
  // Types and members.
  case classDeclaration = "class_declaration"
  case abstractClass = "abstract_class_declaration"
  case classExpression = "class"
  case classHeritage = "class_heritage"
  case extendsClause = "extends_clause"
  case extendsTypes = "extends_type_clause"
  case implementsClause = "implements_clause"
  case classBody = "class_body"
  case interface = "interface_declaration"
  case interfaceBody = "interface_body"
  case typeAlias = "type_alias_declaration"
  case enumDeclaration = "enum_declaration"
  case enumBody = "enum_body"
  case enumAssignment = "enum_assignment"
  case fieldDefinition = "field_definition"
  case publicField = "public_field_definition"
  case method = "method_definition"
  case methodSignature = "method_signature"
  case abstractMethod = "abstract_method_signature"
  case propertySignature = "property_signature"
  case indexSignature = "index_signature"
  case staticBlock = "class_static_block"
  case decorator
  case accessibility = "accessibility_modifier"
  case typeParameters = "type_parameters"
  case typeParameter = "type_parameter"
  case constraint
  case defaultType = "default_type"
  // Functions and variables.
  case function = "function_declaration"
  case generator = "generator_function_declaration"
  case functionSignature = "function_signature"
  case functionExpression = "function_expression"
  case generatorExpression = "generator_function"
  case arrow = "arrow_function"
  case formalParameters = "formal_parameters"
  case requiredParameter = "required_parameter"
  case optionalParameter = "optional_parameter"
  case lexical = "lexical_declaration"
  case variable = "variable_declaration"
  case declarator = "variable_declarator"
  case objectPattern = "object_pattern"
  case arrayPattern = "array_pattern"
  case assignmentPattern = "assignment_pattern"
  case objectAssignmentPattern = "object_assignment_pattern"
  case pairPattern = "pair_pattern"
  case restPattern = "rest_pattern"
  case shorthandPattern = "shorthand_property_identifier_pattern"
  // Types as written.
  case typeIdentifier = "type_identifier"
  case nestedType = "nested_type_identifier"
  case nestedIdentifier = "nested_identifier"
  case genericType = "generic_type"
  case typeArguments = "type_arguments"
  case predefinedType = "predefined_type"
  case typeAnnotation = "type_annotation"
  case arrayType = "array_type"
  case readonlyType = "readonly_type"
  case parenthesizedType = "parenthesized_type"
  case unionType = "union_type"
  case intersectionType = "intersection_type"
  case objectType = "object_type"
  case literalType = "literal_type"
  case typeQuery = "type_query"
  case thisType = "this_type"
  case inferType = "infer_type"
  case mappedClause = "mapped_type_clause"
  case functionType = "function_type"
  case constructorType = "constructor_type"
  case typePredicate = "type_predicate"
  // Statements with names of their own.
  case block = "statement_block"
  case forStatement = "for_statement"
  case forIn = "for_in_statement"
  case whileStatement = "while_statement"
  case catchClause = "catch_clause"
  case switchBody = "switch_body"
  case expressionStatement = "expression_statement"
  case returnStatement = "return_statement"
  // Expressions.
  case identifier
  case propertyIdentifier = "property_identifier"
  case privateIdentifier = "private_property_identifier"
  case shorthand = "shorthand_property_identifier"
  case this
  case superWord = "super"
  case member = "member_expression"
  case subscriptExpression = "subscript_expression"
  case call = "call_expression"
  case new = "new_expression"
  case arguments
  case await = "await_expression"
  case asExpression = "as_expression"
  case satisfies = "satisfies_expression"
  case typeAssertion = "type_assertion"
  case nonNull = "non_null_expression"
  case assignment = "assignment_expression"
  case augmented = "augmented_assignment_expression"
  case update = "update_expression"
  case ternary = "ternary_expression"
  case parenthesized = "parenthesized_expression"
  case sequence = "sequence_expression"
  case binary = "binary_expression"
  case object
  case array
  case pair
  case computedName = "computed_property_name"
  case spread = "spread_element"
  case string
  case template = "template_string"
  case substitution = "template_substitution"
  case number
  case trueLiteral = "true"
  case falseLiteral = "false"
  case null
  case undefined
  case regex
  case comment
  // Markup.
  case markup = "jsx_element"
  case closedMarkup = "jsx_self_closing_element"
  case openingMarkup = "jsx_opening_element"
  case closingMarkup = "jsx_closing_element"
  case markupAttribute = "jsx_attribute"
  case markupName = "jsx_namespace_name"
}

/// The numbers of the fields of the grammars.
struct EcmaFields: Sendable {
  let name, alias, source, declaration, value, body, type, typeParameters, typeArguments,
    parameters, parameter, returnType, pattern, property, object, function, arguments,
    constructor, left, right, key, index, initializer, condition, kind, argument,
    attribute, module, consequence, alternative: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    alias = field("alias")
    source = field("source")
    declaration = field("declaration")
    value = field("value")
    body = field("body")
    type = field("type")
    typeParameters = field("type_parameters")
    typeArguments = field("type_arguments")
    parameters = field("parameters")
    parameter = field("parameter")
    returnType = field("return_type")
    pattern = field("pattern")
    property = field("property")
    object = field("object")
    function = field("function")
    arguments = field("arguments")
    constructor = field("constructor")
    left = field("left")
    right = field("right")
    key = field("key")
    index = field("index")
    initializer = field("initializer")
    condition = field("condition")
    kind = field("kind")
    argument = field("argument")
    attribute = field("attribute")
    module = field("module")
    consequence = field("consequence")
    alternative = field("alternative")
  }
}
