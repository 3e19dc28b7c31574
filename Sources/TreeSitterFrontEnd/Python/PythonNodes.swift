internal import TreeSitterBinding

/// The kinds of nodes of Python's grammar that matter here.
enum PythonNode: String, CaseIterable, Sendable {
  case importStatement = "import_statement"
  case importFrom = "import_from_statement"
  case futureImport = "future_import_statement"
  case dottedName = "dotted_name"
  case aliasedImport = "aliased_import"
  case relativeImport = "relative_import"
  case importPrefix = "import_prefix"
  case wildcardImport = "wildcard_import"
  case classDefinition = "class_definition"
  case functionDefinition = "function_definition"
  case decorated = "decorated_definition"
  case decorator
  case typeAlias = "type_alias_statement"
  case block
  case expressionStatement = "expression_statement"
  case assignment
  case augmented = "augmented_assignment"
  case ifStatement = "if_statement"
  case forStatement = "for_statement"
  case whileStatement = "while_statement"
  case tryStatement = "try_statement"
  case exceptClause = "except_clause"
  case exceptGroup = "except_group_clause"
  case withItem = "with_item"
  case asPattern = "as_pattern"
  case asTarget = "as_pattern_target"
  case caseClause = "case_clause"
  case casePattern = "case_pattern"
  case classPattern = "class_pattern"
  case keywordPattern = "keyword_pattern"
  case splatPattern = "splat_pattern"
  case returnStatement = "return_statement"
  case yieldExpression = "yield"
  case breakStatement = "break_statement"
  case raiseStatement = "raise_statement"
  case globalStatement = "global_statement"
  case nonlocalStatement = "nonlocal_statement"
  case deleteStatement = "delete_statement"
  case namedExpression = "named_expression"
  case lambda
  case call
  case attribute
  case subscription = "subscript"
  case argumentList = "argument_list"
  case keywordArgument = "keyword_argument"
  case listSplat = "list_splat"
  case dictionarySplat = "dictionary_splat"
  case list
  case tuple
  case set
  case dictionary
  case pair
  case listComprehension = "list_comprehension"
  case dictionaryComprehension = "dictionary_comprehension"
  case setComprehension = "set_comprehension"
  case generator = "generator_expression"
  case forInClause = "for_in_clause"
  case string
  case concatenatedString = "concatenated_string"
  case stringContent = "string_content"
  case stringStart = "string_start"
  case stringEnd = "string_end"
  case interpolation
  case binary = "binary_operator"
  case boolean = "boolean_operator"
  case conditional = "conditional_expression"
  case await
  case parenthesized = "parenthesized_expression"
  case expressionList = "expression_list"
  case patternList = "pattern_list"
  case tuplePattern = "tuple_pattern"
  case listPattern = "list_pattern"
  case listSplatPattern = "list_splat_pattern"
  case dictionarySplatPattern = "dictionary_splat_pattern"
  case type
  case genericType = "generic_type"
  case unionType = "union_type"
  case memberType = "member_type"
  case typeParameter = "type_parameter"
  case constrainedType = "constrained_type"
  case splatType = "splat_type"
  case defaultParameter = "default_parameter"
  case typedParameter = "typed_parameter"
  case typedDefaultParameter = "typed_default_parameter"
  case keywordSeparator = "keyword_separator"
  case positionalSeparator = "positional_separator"
  case identifier
  case integer
  case float
  case trueLiteral = "true"
  case falseLiteral = "false"
  case noneLiteral = "none"
  case comment
}

/// The numbers of the fields of Python's grammar.
struct PythonFields: Sendable {
  let name, alias, moduleName, body, parameters, returnType, superclasses, typeParameters,
    definition, left, right, type, value, object, attribute, function, arguments, condition,
    consequence, alternative, key, operatorMark, subscripts: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    alias = field("alias")
    moduleName = field("module_name")
    body = field("body")
    parameters = field("parameters")
    returnType = field("return_type")
    superclasses = field("superclasses")
    typeParameters = field("type_parameters")
    definition = field("definition")
    left = field("left")
    right = field("right")
    type = field("type")
    value = field("value")
    object = field("object")
    attribute = field("attribute")
    function = field("function")
    arguments = field("arguments")
    condition = field("condition")
    consequence = field("consequence")
    alternative = field("alternative")
    key = field("key")
    operatorMark = field("operator")
    subscripts = field("subscript")
  }
}
