package import Basics

/// What the files of one format declare: functions, and what starts them.
///
/// A pack is data. Rules find settings by ``SettingPath``s in a parsed tree, and hold no code.
package struct DeclarationPack: Sendable, Hashable {
  /// What a file must be, for a reader to make a tree of it.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case yaml, json, toml, hcl, proto, procfile, xml, bicep
    /// What a module of JavaScript or TypeScript exports.
    case ecma
  }

  /// How settings refer to resources.
  package enum References: String, Sendable, Hashable, CaseIterable {
    /// `!Ref X`, `!GetAtt X.Arn`, `!Sub ${X.Arn}` and their long forms.
    case cloudformation
    /// `type.name.attribute` anywhere in a text.
    case dotted
    /// A text that is the name.
    case plain
  }

  /// Variables that texts hold, and who knows their values.
  package enum Variables: String, Sendable, Hashable, CaseIterable {
    case none
    /// `${self:a.b}`, `${file(path):a.b}`.
    case serverless
  }

  /// Which settings a rule is about.
  package struct Place: Sendable, Hashable {
    package var at: [SettingPath] = []
    /// All must hold: one of the patterns matches one of the texts there.
    package var conditions: [Condition] = []
    package var has: [SettingPath] = []
    package var lacks: [SettingPath] = []
  }

  package struct Condition: Sendable, Hashable {
    package var path: SettingPath
    package var patterns: [WildcardPattern]
  }

  /// Settings that others refer to.
  package struct ResourceRule: Sendable, Hashable {
    package var place = Place()
    /// Joined by dots they are the name.
    package var id: [SettingPath] = []
    package var type: SettingPath?
    /// Where the resource stands for another, as an alias does.
    package var passes: [SettingPath] = []
  }

  /// Settings that are functions.
  package struct FunctionRule: Sendable, Hashable {
    package var place = Place()
    package var name: SettingPath?
    package var handler: [SettingPath] = []
    package var file: [SettingPath] = []
    package var runtime: [SettingPath] = []
    package var code: [SettingPath] = []
    /// The folder where no setting names one.
    package var usualCode = ""
    /// Other names that the platform gives it.
    package var aliases: [Value] = []
    /// Where any of these is, its code is not in the repository.
    package var elsewhere: [SettingPath] = []
    package var attributes: [Attribute] = []
  }

  /// Settings that start something.
  package struct TriggerRule: Sendable, Hashable {
    package var id = ""
    package var place = Place()
    package var kind = Kind()
    package var attributes: [Attribute] = []
    package var target = Target.nothing
    /// Counts only for functions that nothing else starts.
    package var isFallback = false
    /// Says what code offers, without starting it.
    package var isContract = false
  }

  package enum Target: Sendable, Hashable {
    /// The function that is declared at the setting.
    case function(SettingPath)
    /// The functions that the settings refer to.
    case refers([SettingPath])
    /// The functions that have the texts as their names.
    case named([SettingPath])
    case process(Process)
    /// An operation that code may serve.
    case operation(SettingPath)
    /// A method of a type, wherever in the repository that is: the first of the names that it has.
    case method(type: [SettingPath], names: [SettingPath], usual: [String])
    /// What takes messages of a class.
    case messages(SettingPath)
    case nothing
  }

  /// Where the parts of a process stand.
  package struct Process: Sendable, Hashable {
    package var command: [SettingPath] = []
    package var arguments: [SettingPath] = []
    package var image: [SettingPath] = []
    /// The folder that its image is built of, and the file in it that says how.
    package var folder: [SettingPath] = []
    package var file: [SettingPath] = []
  }

  /// The kind of a trigger, fixed or by what stands somewhere.
  package struct Kind: Sendable, Hashable {
    package struct Case: Sendable, Hashable {
      package var kind: String
      package var patterns: [WildcardPattern]
    }

    package var otherwise = ""
    package var of: [SettingPath] = []
    /// In source order: the first that matches decides.
    package var cases: [Case] = []
  }

  /// How the text of an attribute is made from that of a setting.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case text
    /// `GET /orders`: the part before or after the blank.
    case routeMethod = "route-method"
    case routePath = "route-path"
    /// `rate(…)`, `cron(…)` and `at(…)` of AWS.
    case awsSchedule = "aws-schedule"
    /// Six fields or a time span, as Azure has it.
    case azureSchedule = "azure-schedule"
    /// `every 24 hours`, as App Engine has it.
    case everySchedule = "every-schedule"
    case cron
    /// An expression of cron, or `every hour` and `every 5 minutes`.
    case words
    case seconds, milliseconds, megabytes
    /// `true`, `ENABLED`, `Enabled`; or the opposite.
    case flag, negated
    /// Longer forms of names: `hello-world` gives `HelloDashworldLambdaFunction`.
    case serverlessName = "serverless-name"
    /// All texts, joined by blanks.
    case all
  }

  package struct Value: Sendable, Hashable {
    package var paths: [SettingPath] = []
    package var form = Form.text
    package var constant: String?
  }

  package struct Attribute: Sendable, Hashable {
    package var key: String
    package var value: Value
  }

  /// What a file says of functions of a platform that other files declare.
  package struct DefaultRule: Sendable, Hashable {
    package var place = Place()
    /// The second or first part of the names of rules that find such functions.
    package var family = ""
    /// Empty for all.
    package var kinds: [String] = []
    package var attributes: [Attribute] = []
  }

  /// The kinds of triggers; `none` passes a setting over.
  package static let kinds = [
    "http", "rpc", "duplex", "schedule", "queue", "topic", "stream", "storage", "dbchange",
    "eventbus", "identity", "iot", "log", "workflow", "ci", "cli", "startup", "daemon", "unknown",
    "none",
  ]

  package var name = ""
  package var version = ""
  package var formats: [Format] = []
  /// If there are any, one must match the path.
  package var files: [Glob] = []
  package var excludes: [Glob] = []
  /// If there are any, the file must hold one of them.
  package var contains: [String] = []
  /// The file must hold none of them.
  package var containsNot: [String] = []
  /// If there are any, the document must have one of them.
  package var needs: [SettingPath] = []
  /// All must hold for the document.
  package var conditions: [Condition] = []
  package var references = References.plain
  package var variables = Variables.none
  /// Files of one folder and format are read as one.
  package var joinsFolder = false
  package var resources: [ResourceRule] = []
  package var functions: [FunctionRule] = []
  package var triggers: [TriggerRule] = []
  package var defaults: [DefaultRule] = []

  package init() {}
}
