internal import Facts

/// Names that Rust and its libraries give a meaning.
enum RustNames: NameLists {
  static let primitives = words(
    """
    bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64
    """)

  /// Traits that say nothing of members that a project declares.
  static let markers = words("Send Sync Sized Unpin UnwindSafe RefUnwindSafe")
  static let callables = words("Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce")
  /// Variants that hold the one value that matters.
  static let carriers = words("Some Ok")

  /// Functions that make a wrapper from what it holds.
  static let makers = words("new from clone pin with_capacity new_cyclic")
  static let wrappers = words(
    """
    Box Arc Rc Pin Mutex RwLock RefCell Cell OnceCell OnceLock Lazy LazyLock LazyCell Some Cow Data
    Extension State Json Cursor BufReader BufWriter Reverse Wrapping ManuallyDrop ArcSwap
    """)

  /// Types of libraries that have the members of what they hold.
  static let pointers = words(
    """
    Box Arc Rc Pin Ref RefMut MutexGuard RwLockReadGuard RwLockWriteGuard OwnedMutexGuard Cow Lazy
    LazyLock LazyCell ManuallyDrop Data State Json Path Query Extension Form Weak OwnedRwLockReadGuard
    OwnedRwLockWriteGuard MappedMutexGuard ReqData CachePadded AssertUnwindSafe
    """)

  /// Types that give what they hold when they are opened: by `?`, `unwrap`, a pattern.
  static let openable = words(
    "Option Result LockResult Mutex RwLock RefCell Cell OnceCell OnceLock Poll Entry")

  /// Types that give what they hold when they are awaited.
  static let awaitable = words("Future BoxFuture LocalBoxFuture JoinHandle IntoFuture Receiver")

  /// What members of the library's types give.
  static let results: [(String, ExternalResult)] = [
    ("Err unwrap_err expect_err into_err", .part(1)),
    (
      """
      iter iter_mut into_iter drain rev skip step_by chain peekable cloned copied by_ref as_ref as_mut
      as_deref as_deref_mut as_slice as_mut_slice to_vec to_owned clone collect lock read write
      try_lock try_read try_write borrow_mut borrow map_err ok context with_context ok_or ok_or_else
      or or_else take as_bytes into_boxed_slice leak fuse par_iter into_par_iter par_iter_mut sorted
      blocking_lock deref deref_mut inner upgrade downgrade instrument boxed and xor replace load
      load_full split_off windows cycle as_path values_of chars_rev get_ref to_mut
      into_owned or_default unwrap_unchecked entry
      """, .same
    ),
    (
      """
      filter skip_while take_while inspect is_some_and sorted_by sorted_by_key sorted_unstable_by retain
      dedup_by_key dedup_by filter_ok partition update
      """, .handsElementAndSame
    ),
    (
      """
      for_each map filter_map flat_map map_while any all position and_then map_or map_or_else
      is_ok_and is_none_or sort_by sort_by_key sort_unstable_by sort_unstable_by_key sort_by_cached_key
      fold try_fold try_for_each then binary_search_by binary_search_by_key chunk_by group_by
      retain_mut scan reduce for_each_with into_group_map and_modify map_ok try_map
      """, .handsElement
    ),
    ("find max_by_key min_by_key max_by min_by rfind find_any find_first", .handsElementAndElement),
    (
      """
      next last first nth get get_mut pop remove pop_front pop_back front back front_mut back_mut
      first_mut last_mut swap_remove peek peek_mut next_back max min get_unchecked into_iter_next
      recv try_recv or_insert or_insert_with or_insert_with_key choose insert_entry get_or_init
      get_or_insert_with get_or_insert get_or_try_init or_insert_default first_entry
      """, .element
    ),
    (
      """
      ? unwrap expect unwrap_or unwrap_or_else unwrap_or_default into_inner get_mut_or unwrap_err_or
      """, .opened
    ),
    ("await", .awaited),
    ("keys into_keys", .keys), ("values values_mut into_values", .values),
    ("0", .part(0)), ("1", .part(1)), ("2", .part(2)), ("3", .part(3)), ("4", .part(4)),
    ("5", .part(5)), ("6", .part(6)), ("7", .part(7)),
  ]

  /// Members that give the value itself, where its type has none of that name.
  static let keeping = words(
    """
    clone as_ref as_mut borrow borrow_mut to_owned deref deref_mut into_owned ? unwrap expect await
    unwrap_or unwrap_or_else unwrap_or_default map_err ok context with_context as_deref as_deref_mut
    cloned copied by_ref into_iter iter boxed instrument default
    """)

  /// Members that every value may have, by traits of the library or by what is derived.
  static let implicitMembers = words(
    """
    clone clone_from to_owned to_string into try_into from try_from borrow borrow_mut as_ref as_mut eq
    ne cmp partial_cmp lt le gt ge max min clamp hash fmt default type_id deref deref_mut drop await
    into_iter iter next map ? unwrap expect unwrap_or unwrap_or_default map_err ok context with_context
    cloned copied by_ref serialize deserialize boxed instrument then index add sub mul div not neg
    poll poll_next write_fmt write_str read_to_end read_to_string filter fold collect zip chain for_each
    """)

  /// Methods that change what they are called on, where that holds state.
  static let changing = words(
    """
    lock write borrow_mut store swap fetch_add fetch_sub fetch_or fetch_and fetch_xor fetch_max fetch_min
    fetch_update compare_exchange compare_exchange_weak set insert push remove clear get_mut push_back
    push_front pop extend get_or_init replace take with_borrow_mut try_lock blocking_lock try_write
    """)

  /// Names of the library that need no import, and those of its macros that derive.
  static let prelude = words(
    """
    Option Some None Result Ok Err Box String Vec ToString ToOwned Into From TryInto TryFrom AsRef AsMut
    Iterator IntoIterator Extend DoubleEndedIterator ExactSizeIterator FromIterator Clone Copy Send Sync
    Sized Drop Fn FnMut FnOnce Default PartialEq Eq PartialOrd Ord Debug Hash Unpin drop Future
    IntoFuture AsyncFn AsyncFnMut AsyncFnOnce size_of align_of std core alloc proc_macro test self
    align_of_val size_of_val
    """)

  static let derivable = words(
    "Clone Copy Debug Default PartialEq Eq PartialOrd Ord Hash Serialize Deserialize Error Display")

  static let entryAttributes = words(
    "tokio::main actix_web::main actix_rt::main async_std::main rocket::main rocket::launch launch "
      + "no_main lambda_runtime::main shuttle_runtime::main")
}
