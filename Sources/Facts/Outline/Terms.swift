/// Names and expressions in the order of evaluation: what a term is made of stands before it.
///
/// So one pass over the array, without recursion, gives each term its meaning. Terms of a body may
/// be made of terms of the signature, never the other way round.
package struct Terms: Sendable, Hashable {
  package var terms: [Term] = []
  /// Arguments of calls and of generic types, as indexes of terms; ``Outline/none`` where an
  /// argument says nothing.
  package var operands: [UInt32] = []

  package init() {}

  /// Set in the index of a term that belongs to the body.
  package static let bodyBit: UInt32 = 1 << 31
}

/// One name or expression, as far as it matters for what is used; 28 bytes.
package struct Term: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// `name` looked up from the scope; where nothing is found, in `base` if there is one.
    case name
    /// `name` in `base`.
    case member
    /// The result of calling the value `base`.
    case invoke
    /// An instance of the type `base`.
    case construct
    /// The generic type `base` with its arguments.
    case apply
    /// A sequence of the type `base`.
    case sequence
    /// One element of going through `base`; with a name what a literal of the type `base` holds, which
    /// is that type itself where it is no collection.
    case element
    /// The parameter of a function that is handed to the call of `name` on `base`. The operands are
    /// the receiver around it and, where the function has several, a name such as `1/2`: the second;
    /// behind them arguments of the call.
    case handed
    /// The enclosing instance, and the same as its supertype.
    case selfValue, superValue
    /// A value of the type `base`; where that is a type parameter, what it stands for in the type of
    /// the operand, if there is one.
    case value
    /// The result of the call `base` of the function `name`, with its type arguments.
    case typed
    /// One key of going through `base`.
    case key
    /// The one of several results in `base` whose number, from 0, is `name`.
    case part
    /// Says that the type of the operand has the members of the interface `base`; with a name the
    /// source states it, otherwise it only takes the one for the other.
    case conform
    /// A text that the source spells out: `name`, a value of the type `base`.
    case text
    /// What is meant by names without anything before them: the value `base`, or with a name what a
    /// function that is handed to the call of `name` on `base` gets as its receiver. The operand is
    /// the receiver around it. A `name` whose base is one is looked up in it, before the scope that
    /// it holds in.
    case receiver
    /// What the function `name` on `base` takes the argument for whose label, or place where it has
    /// none, is the text of the operand: the type of a parameter. A second operand is a text as well, the name of
    /// a member that the type must have.
    case argument
    /// The argument `base` of a call, with the label `name`.
    case labeled
    /// One of the operands, where the source does not say which: what those agree on that are known.
    case choice
  }

  /// What the program does with it, which decides what may be meant and the kind of the edge.
  package enum Use: UInt8, Sendable, Hashable, CaseIterable {
    /// Nothing that should show as a dependency.
    case silent
    /// As a type, silently (``silentType``) or not.
    case silentType, type, inherit, implement
    case call
    case read, write, readWrite
    /// A function is named and not called.
    case address
    /// An annotation, attribute or decorator.
    case annotation
    /// A text that a framework turns into what it names, or a type that is registered to be found by
    /// its name or by another type.
    case wiring
  }

  package var kind: Kind
  package var use: Use
  /// Number of operands: arguments of a call, a construction or a generic type.
  package var count: UInt16
  /// Index into ``Outline/names``, or ``Outline/none``.
  package var name: UInt32
  /// The term that it is made of; ``Outline/none`` where that says nothing.
  package var base: UInt32
  /// Start of the operands in ``Terms/operands``.
  package var operands: UInt32
  package var scope: UInt32
  package var line: UInt32

  package init(
    _ kind: Kind, _ use: Use, name: UInt32 = Outline.none, base: UInt32 = Outline.none,
    scope: UInt32, line: UInt32
  ) {
    self.kind = kind
    self.use = use
    self.name = name
    self.base = base
    self.scope = scope
    self.line = line
    count = 0
    operands = 0
  }
}

extension Term.Use {
  /// Only a type can be meant.
  package var isType: Bool {
    switch self {
    case .silentType, .type, .inherit, .implement, .annotation: true
    case .silent, .call, .read, .write, .readWrite, .address, .wiring: false
    }
  }

  package var isSilent: Bool { self == .silent || self == .silentType }
}
