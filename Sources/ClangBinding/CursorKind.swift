internal import CClang

/// What a cursor stands for, as far as cleave tells cursors apart; the rest is ``other``.
package enum CursorKind: UInt8, Sendable, Hashable {
  case other

  // The preprocessor's record.
  case macroDefinition, macroExpansion, inclusion

  // Declarations that only hold others.
  case namespace, linkageSpec, unexposedDeclaration

  // Types.
  case structType, unionType, classType, enumType, classTemplate, classTemplatePartial
  case typedef, typeAlias, typeAliasTemplate

  // Functions.
  case function, functionTemplate, method, constructor, destructor, conversion

  // Values.
  case variable, parameter, field, enumConstant

  // Other declarations and attributes.
  case using, friend, baseSpecifier, annotation

  /// Where the methods of a class or category of Objective-C are defined.
  case implementation

  // Names that refer to declarations.
  case typeRef, templateRef, memberRef, overloadedRef

  // Expressions.
  case declRef, memberExpr, call, stringLiteral, paren, unexposed, unary, element
  case binary, compoundAssign, lambda

  // Statements.
  case whileLoop, doLoop, forLoop, rangeFor, switchStatement
  case breakStatement, returnStatement, gotoStatement, throwExpression

  package var isPreprocessing: Bool {
    self == .macroDefinition || self == .macroExpansion || self == .inclusion
  }

  /// A declaration whose children are declarations of the same level.
  package var isContainer: Bool {
    self == .namespace || self == .linkageSpec || self == .unexposedDeclaration
  }

  package var isFunction: Bool {
    switch self {
    case .function, .functionTemplate, .method, .constructor, .destructor, .conversion: true
    default: false
    }
  }

  /// A type that has members, or an enumeration.
  package var isTypeDefinition: Bool {
    switch self {
    case .structType, .unionType, .classType, .enumType, .classTemplate, .classTemplatePartial:
      true
    default: false
    }
  }

  package var isAlias: Bool {
    self == .typedef || self == .typeAlias || self == .typeAliasTemplate
  }
}

extension CursorKind {
  /// The kind by libclang's number. Numbers that only newer versions have are ``other``.
  init(_ raw: CXCursorKind) {
    let index = Int(raw.rawValue)
    self = index < Self.byNumber.count ? Self.byNumber[index] : .other
  }

  private static let byNumber: [CursorKind] = {
    var table = [CursorKind](repeating: .other, count: 1024)
    for (number, kind) in numbers { table[Int(number.rawValue)] = kind }
    return table
  }()

  private static let numbers: [(CXCursorKind, CursorKind)] = [
    (CXCursor_MacroDefinition, .macroDefinition), (CXCursor_MacroExpansion, .macroExpansion),
    (CXCursor_InclusionDirective, .inclusion),
    (CXCursor_Namespace, .namespace), (CXCursor_LinkageSpec, .linkageSpec),
    (CXCursor_UnexposedDecl, .unexposedDeclaration),
    (CXCursor_StructDecl, .structType), (CXCursor_UnionDecl, .unionType),
    (CXCursor_ClassDecl, .classType), (CXCursor_EnumDecl, .enumType),
    (CXCursor_ClassTemplate, .classTemplate),
    (CXCursor_ClassTemplatePartialSpecialization, .classTemplatePartial),
    (CXCursor_TypedefDecl, .typedef), (CXCursor_TypeAliasDecl, .typeAlias),
    (CXCursor_TypeAliasTemplateDecl, .typeAliasTemplate),
    (CXCursor_FunctionDecl, .function), (CXCursor_FunctionTemplate, .functionTemplate),
    (CXCursor_CXXMethod, .method), (CXCursor_Constructor, .constructor),
    (CXCursor_Destructor, .destructor), (CXCursor_ConversionFunction, .conversion),
    (CXCursor_VarDecl, .variable), (CXCursor_ParmDecl, .parameter),
    (CXCursor_FieldDecl, .field), (CXCursor_EnumConstantDecl, .enumConstant),
    (CXCursor_UsingDeclaration, .using), (CXCursor_FriendDecl, .friend),
    (CXCursor_CXXBaseSpecifier, .baseSpecifier), (CXCursor_AnnotateAttr, .annotation),
    (CXCursor_TypeRef, .typeRef), (CXCursor_TemplateRef, .templateRef),
    (CXCursor_MemberRef, .memberRef), (CXCursor_OverloadedDeclRef, .overloadedRef),
    (CXCursor_DeclRefExpr, .declRef), (CXCursor_MemberRefExpr, .memberExpr),
    (CXCursor_CallExpr, .call), (CXCursor_StringLiteral, .stringLiteral),
    (CXCursor_ParenExpr, .paren), (CXCursor_UnexposedExpr, .unexposed),
    (CXCursor_UnaryOperator, .unary), (CXCursor_ArraySubscriptExpr, .element),
    (CXCursor_BinaryOperator, .binary), (CXCursor_CompoundAssignOperator, .compoundAssign),
    (CXCursor_LambdaExpr, .lambda),
    (CXCursor_ObjCInterfaceDecl, .classType), (CXCursor_ObjCProtocolDecl, .classType),
    (CXCursor_ObjCCategoryDecl, .classType), (CXCursor_ObjCImplementationDecl, .implementation),
    (CXCursor_ObjCCategoryImplDecl, .implementation),
    (CXCursor_ObjCInstanceMethodDecl, .method), (CXCursor_ObjCClassMethodDecl, .method),
    (CXCursor_ObjCPropertyDecl, .field), (CXCursor_ObjCIvarDecl, .field),
    (CXCursor_ObjCSuperClassRef, .baseSpecifier), (CXCursor_ObjCProtocolRef, .typeRef),
    (CXCursor_ObjCClassRef, .typeRef), (CXCursor_ObjCMessageExpr, .call),
    (CXCursor_WhileStmt, .whileLoop), (CXCursor_DoStmt, .doLoop), (CXCursor_ForStmt, .forLoop),
    (CXCursor_CXXForRangeStmt, .rangeFor), (CXCursor_SwitchStmt, .switchStatement),
    (CXCursor_BreakStmt, .breakStatement), (CXCursor_ReturnStmt, .returnStatement),
    (CXCursor_GotoStmt, .gotoStatement), (CXCursor_CXXThrowExpr, .throwExpression),
  ]
}
