internal import TreeSitterBinding

/// The kinds of nodes of Ruby's grammar that matter here.
enum RubyNode: String, CaseIterable, Sendable {
  case comment
  case classDefinition = "class"
  case module
  case singletonClass = "singleton_class"
  case method
  case singletonMethod = "singleton_method"
  case setter
  case operatorName = "operator"
  case superclass
  case body = "body_statement"
  case blockBody = "block_body"
  case then
  case elseClause = "else"
  case elsif
  case ifStatement = "if"
  case unlessStatement = "unless"
  case ifModifier = "if_modifier"
  case unlessModifier = "unless_modifier"
  case rescueModifier = "rescue_modifier"
  case whileStatement = "while"
  case untilStatement = "until"
  case whileModifier = "while_modifier"
  case untilModifier = "until_modifier"
  case forStatement = "for"
  case caseStatement = "case"
  case when
  case caseMatch = "case_match"
  case inClause = "in_clause"
  case hashPattern = "hash_pattern"
  case keywordPattern = "keyword_pattern"
  case arrayPattern = "array_pattern"
  case findPattern = "find_pattern"
  case asPattern = "as_pattern"
  case alternativePattern = "alternative_pattern"
  case rescue
  case exceptions
  case ensure
  case exceptionVariable = "exception_variable"
  case begin
  case returnStatement = "return"
  case breakStatement = "break"
  case yieldStatement = "yield"
  case call
  case argumentList = "argument_list"
  case pair
  case block
  case doBlock = "do_block"
  case lambda
  case methodParameters = "method_parameters"
  case blockParameters = "block_parameters"
  case lambdaParameters = "lambda_parameters"
  case optionalParameter = "optional_parameter"
  case keywordParameter = "keyword_parameter"
  case splatParameter = "splat_parameter"
  case hashSplatParameter = "hash_splat_parameter"
  case blockParameter = "block_parameter"
  case destructuredParameter = "destructured_parameter"
  case forwardParameter = "forward_parameter"
  case blockArgument = "block_argument"
  case splatArgument = "splat_argument"
  case hashSplatArgument = "hash_splat_argument"
  case assignment
  case operatorAssignment = "operator_assignment"
  case leftList = "left_assignment_list"
  case rightList = "right_assignment_list"
  case restAssignment = "rest_assignment"
  case destructuredLeft = "destructured_left_assignment"
  case elementReference = "element_reference"
  case scopeResolution = "scope_resolution"
  case constant
  case identifier
  case instanceVariable = "instance_variable"
  case classVariable = "class_variable"
  case globalVariable = "global_variable"
  case selfWord = "self"
  case superWord = "super"
  case binary
  case conditional
  case parenthesized = "parenthesized_statements"
  case aliasStatement = "alias"
  case undefStatement = "undef"
  case string
  case chainedString = "chained_string"
  case stringContent = "string_content"
  case heredocBeginning = "heredoc_beginning"
  case heredocBody = "heredoc_body"
  case heredocContent = "heredoc_content"
  case escape = "escape_sequence"
  case interpolation
  case symbol = "simple_symbol"
  case delimitedSymbol = "delimited_symbol"
  case hashKeySymbol = "hash_key_symbol"
  case bareSymbol = "bare_symbol"
  case bareString = "bare_string"
  case stringArray = "string_array"
  case symbolArray = "symbol_array"
  case array
  case hash
  case integer
  case float
  case trueLiteral = "true"
  case falseLiteral = "false"
  case nilLiteral = "nil"
  case regex
  case subshell
}

/// The fields of Ruby's grammar that matter here.
struct RubyFields: Sendable {
  let name, superclass, body, object, parameters, receiver, method, arguments, block, left, right,
    operatorMark, scope, value, key, condition, consequence, alternative, alias, pattern,
    exceptions, variable: UInt16

  init(_ grammar: Grammar) {
    func field(_ name: String) -> UInt16 { grammar.number(ofField: name) ?? 0 }
    name = field("name")
    superclass = field("superclass")
    body = field("body")
    object = field("object")
    parameters = field("parameters")
    receiver = field("receiver")
    method = field("method")
    arguments = field("arguments")
    block = field("block")
    left = field("left")
    right = field("right")
    operatorMark = field("operator")
    scope = field("scope")
    value = field("value")
    key = field("key")
    condition = field("condition")
    consequence = field("consequence")
    alternative = field("alternative")
    alias = field("alias")
    pattern = field("pattern")
    exceptions = field("exceptions")
    variable = field("variable")
  }
}
