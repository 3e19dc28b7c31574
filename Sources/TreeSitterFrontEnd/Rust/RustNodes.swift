internal import TreeSitterBinding

/// The nodes of Rust's grammar that the reader tells apart.
enum RustNode: String, CaseIterable, Sendable {
  // Items.
  case attributeItem = "attribute_item"
  case innerAttribute = "inner_attribute_item"
  case attribute
  case constItem = "const_item"
  case enumItem = "enum_item"
  case enumVariantList = "enum_variant_list"
  case enumVariant = "enum_variant"
  case externCrate = "extern_crate_declaration"
  case foreignModule = "foreign_mod_item"
  case function = "function_item"
  case functionSignature = "function_signature_item"
  case functionModifiers = "function_modifiers"
  case impl = "impl_item"
  case macroDefinition = "macro_definition"
  case macroInvocation = "macro_invocation"
  case module = "mod_item"
  case staticItem = "static_item"
  case structItem = "struct_item"
  case trait = "trait_item"
  case associatedType = "associated_type"
  case typeItem = "type_item"
  case union = "union_item"
  case useDeclaration = "use_declaration"
  case useAs = "use_as_clause"
  case useList = "use_list"
  case scopedUseList = "scoped_use_list"
  case useWildcard = "use_wildcard"
  case declarationList = "declaration_list"
  case fieldList = "field_declaration_list"
  case field = "field_declaration"
  case orderedFieldList = "ordered_field_declaration_list"
  case visibility = "visibility_modifier"
  // Parts of items.
  case parameters
  case parameter
  case selfParameter = "self_parameter"
  case variadicParameter = "variadic_parameter"
  case typeParameters = "type_parameters"
  case typeParameter = "type_parameter"
  // The same under the grammars before 0.23.
  case constrainedParameter = "constrained_type_parameter"
  case optionalParameter = "optional_type_parameter"
  case constParameter = "const_parameter"
  case traitBounds = "trait_bounds"
  case higherRanked = "higher_ranked_trait_bound"
  case whereClause = "where_clause"
  case wherePredicate = "where_predicate"
  // Types.
  case typeIdentifier = "type_identifier"
  case primitiveType = "primitive_type"
  case scopedType = "scoped_type_identifier"
  case genericType = "generic_type"
  case genericTurbofish = "generic_type_with_turbofish"
  case referenceType = "reference_type"
  case pointerType = "pointer_type"
  case tupleType = "tuple_type"
  case unitType = "unit_type"
  case arrayType = "array_type"
  case functionType = "function_type"
  case abstractType = "abstract_type"
  case dynamicType = "dynamic_type"
  case boundedType = "bounded_type"
  case neverType = "never_type"
  case removedBound = "removed_trait_bound"
  case bracketedType = "bracketed_type"
  case qualifiedType = "qualified_type"
  case typeArguments = "type_arguments"
  case typeBinding = "type_binding"
  case lifetime
  // Paths.
  case identifier
  case scopedIdentifier = "scoped_identifier"
  case genericFunction = "generic_function"
  case selfWord = "self"
  case superWord = "super"
  case crateWord = "crate"
  case metavariable
  case fieldIdentifier = "field_identifier"
  case shorthandField = "shorthand_field_identifier"
  // Statements and expressions.
  case letDeclaration = "let_declaration"
  case expressionStatement = "expression_statement"
  case emptyStatement = "empty_statement"
  case block
  case unsafeBlock = "unsafe_block"
  case asyncBlock = "async_block"
  case tryBlock = "try_block"
  case constBlock = "const_block"
  case ifExpression = "if_expression"
  case letCondition = "let_condition"
  case letChain = "let_chain"
  case elseClause = "else_clause"
  case matchExpression = "match_expression"
  case matchBlock = "match_block"
  case matchArm = "match_arm"
  case matchPattern = "match_pattern"
  case whileExpression = "while_expression"
  case loopExpression = "loop_expression"
  case forExpression = "for_expression"
  case call = "call_expression"
  case arguments
  case fieldExpression = "field_expression"
  case closure = "closure_expression"
  case closureParameters = "closure_parameters"
  case structExpression = "struct_expression"
  case fieldInitializerList = "field_initializer_list"
  case fieldInitializer = "field_initializer"
  case shorthandInitializer = "shorthand_field_initializer"
  case baseInitializer = "base_field_initializer"
  case assignment = "assignment_expression"
  case compoundAssignment = "compound_assignment_expr"
  case awaitExpression = "await_expression"
  case tryExpression = "try_expression"
  case indexExpression = "index_expression"
  case reference = "reference_expression"
  case unary = "unary_expression"
  case binary = "binary_expression"
  case cast = "type_cast_expression"
  case parenthesized = "parenthesized_expression"
  case tuple = "tuple_expression"
  case array = "array_expression"
  case breakExpression = "break_expression"
  case returnExpression = "return_expression"
  case string = "string_literal"
  case rawString = "raw_string_literal"
  case stringContent = "string_content"
  case integer = "integer_literal"
  case float = "float_literal"
  case character = "char_literal"
  case boolean = "boolean_literal"
  case negative = "negative_literal"
  case unit = "unit_expression"
  case range = "range_expression"
  case continueExpression = "continue_expression"
  case yieldExpression = "yield_expression"
  case generatorBlock = "gen_block"
  case tokenTree = "token_tree"
  case lineComment = "line_comment"
  case blockComment = "block_comment"
  case label
  case mutable = "mutable_specifier"
  // Patterns.
  case mutPattern = "mut_pattern"
  case refPattern = "ref_pattern"
  case referencePattern = "reference_pattern"
  case capturedPattern = "captured_pattern"
  case tuplePattern = "tuple_pattern"
  case slicePattern = "slice_pattern"
  case tupleStructPattern = "tuple_struct_pattern"
  case structPattern = "struct_pattern"
  case fieldPattern = "field_pattern"
  case remainingField = "remaining_field_pattern"
  case orPattern = "or_pattern"
  case rangePattern = "range_pattern"
}

extension RustNode {
  var isType: Bool {
    switch self {
    case .typeIdentifier, .primitiveType, .scopedType, .genericType, .referenceType, .pointerType,
      .tupleType, .unitType, .arrayType, .functionType, .abstractType, .dynamicType, .boundedType,
      .neverType, .removedBound, .higherRanked:
      true
    default: false
    }
  }

  /// An item, which declares a name and gives no value.
  var isItem: Bool {
    switch self {
    case .constItem, .enumItem, .externCrate, .foreignModule, .function, .functionSignature, .impl,
      .macroDefinition, .module, .staticItem, .structItem, .trait, .associatedType, .typeItem,
      .union, .useDeclaration:
      true
    default: false
    }
  }

  var isComment: Bool { self == .lineComment || self == .blockComment }
}

/// The numbers of the fields of Rust's grammar.
struct RustFields: Sendable {
  let name, path, type, value, parameters, typeParameters, returnType, body, bounds, defaultType,
    trait, left, right, operator_, field, function, arguments, typeArguments, alias, argument, list,
    element, length, pattern, condition, consequence, alternative, macro: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    path = field("path")
    type = field("type")
    value = field("value")
    parameters = field("parameters")
    typeParameters = field("type_parameters")
    returnType = field("return_type")
    body = field("body")
    bounds = field("bounds")
    defaultType = field("default_type")
    trait = field("trait")
    left = field("left")
    right = field("right")
    operator_ = field("operator")
    self.field = field("field")
    function = field("function")
    arguments = field("arguments")
    typeArguments = field("type_arguments")
    alias = field("alias")
    argument = field("argument")
    list = field("list")
    element = field("element")
    length = field("length")
    pattern = field("pattern")
    condition = field("condition")
    consequence = field("consequence")
    alternative = field("alternative")
    macro = field("macro")
  }
}
