internal import Facts

/// Names that the language, its platforms and common libraries give a meaning.
enum EcmaNames {
  /// Stands for what a promise holds; no program can declare it.
  static let awaited = "(await)"

  /// Classes whose objects are filled after they were made.
  static let containers: Set<String> = [
    "Array", "Map", "Set", "WeakMap", "WeakSet", "Object", "LRUCache", "EventEmitter",
  ]

  /// Generic types that have the members of their first argument.
  static let transparentTypes: Set<String> = [
    "Awaited", "DeepPartial", "Mutable", "NonNullable", "Omit", "Partial", "Pick", "Readonly",
    "Required", "InstanceType",
  ]

  /// Functions that a process starts with, where the file itself calls them.
  static let entryPoints: Set<String> = ["bootstrap", "main"]

  static let lifetimeFunctions: [String: LifetimeFact.Kind] = [
    "setInterval": .timerArmed, "fork": .processForked, "spawn": .processForked,
    "createWriteStream": .fileWritten, "writeFile": .fileWritten, "writeFileSync": .fileWritten,
    "appendFile": .fileWritten, "appendFileSync": .fileWritten,
  ]

  static let lifetimeMethods: [String: LifetimeFact.Kind] = [
    "child_process.exec": .processForked, "child_process.fork": .processForked,
    "child_process.spawn": .processForked, "cluster.fork": .processForked,
    "childProcess.fork": .processForked, "childProcess.spawn": .processForked,
    "cp.fork": .processForked, "cp.spawn": .processForked,
    "fs.appendFile": .fileWritten, "fs.appendFileSync": .fileWritten,
    "fs.createWriteStream": .fileWritten, "fs.writeFile": .fileWritten,
    "fs.writeFileSync": .fileWritten, "promises.writeFile": .fileWritten,
    "fsPromises.writeFile": .fileWritten, "fs.watch": .fileWatched, "fs.watchFile": .fileWatched,
    "chokidar.watch": .fileWatched, "process.on": .signalHandled, "window.setInterval": .timerArmed,
  ]

  /// What `listen` is called on when a socket is opened.
  static let servers: Set<String> = [
    "app", "server", "httpServer", "httpsServer", "fastify", "application", "wss", "io",
  ]

  static let prismaMethods: [String: DataAccess.Access] = [
    "aggregate": .read, "count": .read, "findFirst": .read, "findFirstOrThrow": .read,
    "findMany": .read, "findUnique": .read, "findUniqueOrThrow": .read, "groupBy": .read,
    "create": .write, "createMany": .write, "createManyAndReturn": .write, "delete": .write,
    "deleteMany": .write, "update": .write, "updateMany": .write, "upsert": .write,
  ]

  /// Members that every object or function has.
  static let implicitMembers: Set<String> = [
    "apply", "bind", "call", "constructor", "hasOwnProperty", "isPrototypeOf", "length", "name",
    "propertyIsEnumerable", "prototype", "toLocaleString", "toString", "valueOf", awaited,
  ]

  /// What members of arrays, maps, promises and streams of events give.
  static let results: [(String, ExternalResult)] = [
    (
      "slice concat reverse toReversed toSorted toSpliced splice fill flat asObservable pipe "
        + "finally keys values", .same
    ),
    ("at find findLast pop shift get first last \(awaited)", .element),
    (
      "forEach map some every flatMap findIndex then subscribe tap reduceRight",
      .handsElement
    ),
    ("filter sort", .handsElementAndSame),
  ]
}
