internal import Facts

/// Macros, attributes and calls of Rust's library and of well-known crates.
extension RustNames {
  /// Macros that are known without an import, and their relatives in well-known crates.
  static let libraryMacros = words(
    """
    print println eprint eprintln format format_args write writeln panic todo unimplemented unreachable
    assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne vec matches dbg env option_env
    concat stringify include include_str include_bytes line column file module_path cfg compile_error
    thread_local try addr_of addr_of_mut is_x86_feature_detected const_format_args unreachable_unchecked
    lazy_static global_asm asm macro_rules
    """)

  /// Macros whose arguments are another language, or tokens for later.
  static let opaqueMacros = words(
    """
    quote quote_spanned parse_quote parse_quote_spanned stringify html rsx view asm global_asm
    include include_str include_bytes env option_env concat_idents cfg compile_error line file
    module_path column
    """)

  /// Attributes of the language.
  static let attributes = words(
    """
    cfg cfg_attr derive test ignore should_panic bench allow expect warn deny forbid deprecated must_use
    inline cold no_mangle export_name link link_name link_section no_link repr crate_type no_main
    no_std no_core doc path macro_use macro_export proc_macro proc_macro_derive proc_macro_attribute
    recursion_limit type_length_limit target_feature track_caller global_allocator feature
    non_exhaustive automatically_derived default panic_handler used windows_subsystem crate_name
    rustfmt::skip rustfmt::skip::macros clippy diagnostic::on_unimplemented debugger_visualizer
    instruction_set unsafe thread_local
    """)

  /// Attributes that belong to what is derived, and name nothing themselves.
  static let helperAttributes = words(
    """
    serde clap arg command value group error from source backtrace diesel sea_orm sqlx pin
    structopt builder error_type schema validate strum display deserr prost graphql getset derivative
    educe darling enumset garde tabled bincode rkyv zeroize borsh table_name column_name primary_key
    belongs_to prost_build cfg_eval grammar pyo3 wasm_bindgen from_request arbitrary bpaf argh schemars
    """)

  /// Keys of serde's attribute whose text is a path.
  static let pathKeys = words(
    "default with serialize_with deserialize_with skip_serializing_if remote from into try_from getter"
  )

  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "thread::spawn": .threadStarted, "tokio::spawn": .threadStarted,
    "task::spawn": .threadStarted, "task::spawn_blocking": .threadStarted,
    "rayon::spawn": .threadStarted, "thread::scope": .threadStarted,
    "rt::spawn": .threadStarted, "async_std::spawn": .threadStarted,
    "smol::spawn": .threadStarted, "thread::sleep": .slept, "time::sleep": .slept,
    "time::interval": .timerArmed, "time::sleep_until": .timerArmed,
    "TcpListener::bind": .socketListened, "UdpSocket::bind": .socketListened,
    "UnixListener::bind": .socketListened, "Server::bind": .socketListened,
    "HttpServer::new": .socketListened, "axum::serve": .connectionAccepted,
    "warp::serve": .socketListened, "Command::new": .processForked,
    "File::create": .fileWritten, "fs::write": .fileWritten, "OpenOptions::new": .fileWritten,
    "fs::rename": .fileWritten, "fs::create_dir_all": .fileWritten, "fs::copy": .fileWritten,
    "signal::ctrl_c": .signalHandled, "ctrlc::set_handler": .signalHandled,
    "unix::signal": .signalHandled, "Signals::new": .signalHandled,
    "Mmap::map": .sharedMemory, "MmapOptions::new": .sharedMemory,
    "MmapMut::map_mut": .sharedMemory,
    "notify::recommended_watcher": .fileWatched, "RecommendedWatcher::new": .fileWatched,
  ]

  /// Types that let what they hold be changed although it is shared.
  private static let changeable = [
    "Mutex", "RwLock", "Atomic", "RefCell", "Cell<", "UnsafeCell", "DashMap", "DashSet", "ArcSwap",
    "OnceCell", "OnceLock", "SegQueue", "ArrayQueue", "Sender<", "Receiver<", "ShardedLock",
  ]

  /// Whether a value of this type can change while it is shared, as far as its text says.
  static func isMutable(typeText: String) -> Bool {
    changeable.contains { typeText.contains($0) } && !typeText.hasPrefix("fn")
  }

  /// Where a file's names stand in the crate, by its path: `crates/core/src/flags/parse.rs` is
  /// `flags::parse`. Only for people: the crate decides what is meant.
  static func prefix(of path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    let file = parts.popLast() ?? ""
    let source = parts.lastIndex {
      $0 == "src" || $0 == "tests" || $0 == "benches" || $0 == "examples"
    }
    var names = source.map { Array(parts[($0 + 1)...]) } ?? []
    let stem = file.hasSuffix(".rs") ? String(file.dropLast(3)) : file
    if !["lib", "main", "mod"].contains(stem) { names.append(stem) }
    if names.isEmpty, stem == "mod", let last = parts.last { names = [last] }
    return names.joined(separator: "::")
  }
}
