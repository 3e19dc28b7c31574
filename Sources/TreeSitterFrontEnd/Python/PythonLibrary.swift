internal import Facts

/// Names of Python's library and of frameworks that mean something to the reader.
enum PythonNames: NameLists {
  /// Modules of the standard library, of Python 2 as well.
  static let libraryModules = words(
    """
    ConfigParser Queue StringIO __future__ abc aifc antigravity argparse array ast asynchat
    asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cPickle cProfile
    cStringIO calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys
    commands compileall concurrent configparser contextlib contextvars cookielib copy copyreg
    crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
    encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib
    functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
    html http httplib idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json
    keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math md5 mimetypes
    mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path
    numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
    platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr
    pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
    sched secrets select selectors sets shelve shlex shutil signal site smtpd smtplib sndhdr
    socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics
    string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile
    telnetlib tempfile termios textwrap this thread threading time timeit tkinter token tokenize
    tomllib trace traceback tracemalloc tty turtle turtledemo types typing typing_extensions
    unicodedata unittest urllib urllib2 urlparse uu uuid venv warnings wave weakref webbrowser
    winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
    """)

  /// Names that are there without an import.
  static let builtIns = words(
    """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup
    BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
    DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception
    ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning
    GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
    IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
    NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
    PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError
    ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError
    UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
    UserWarning ValueError Warning WindowsError ZeroDivisionError __build_class__ __builtins__
    __class__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ __path__
    __spec__ abs aiter all anext any ascii basestring bin bool breakpoint buffer bytearray bytes
    callable chr classmethod cmp compile complex copyright credits delattr dict dir divmod
    enumerate eval exec execfile exit file filter float format frozenset getattr globals hasattr
    hash help hex id input int isinstance issubclass iter len license list locals long map max
    memoryview min next object oct open ord pow print property quit range raw_input reduce
    reload repr reveal_type reversed round set setattr slice sorted staticmethod str sum super
    tuple type unichr unicode vars xrange zip
    """)

  /// Members of every object, function, type and module.
  static let implicitMembers = words(
    """
    __abstractmethods__ __all__ __annotations__ __base__ __bases__ __basicsize__ __builtins__
    __call__ __class__ __closure__ __code__ __defaults__ __delattr__ __dict__ __dictoffset__
    __dir__ __doc__ __eq__ __file__ __flags__ __format__ __ge__ __get__ __getattribute__
    __getstate__ __globals__ __gt__ __hash__ __init__ __init_subclass__ __instancecheck__
    __itemsize__ __kwdefaults__ __le__ __lt__ __module__ __mro__ __name__ __ne__ __new__ __or__
    __path__ __prepare__ __qualname__ __reduce__ __reduce_ex__ __repr__ __ror__ __setattr__
    __sizeof__ __slots__ __spec__ __str__ __subclasscheck__ __subclasses__ __subclasshook__
    __text_signature__ __weakrefoffset__
    """)

  /// Members of several words of the types of the library that are used most.
  static let libraryMembers = words(
    """
    _CHUNK_SIZE _at_fork_reinit _bootstrap_inner _cached_cparts _format_parsed_parts
    _from_parsed_parts _from_parts _keep_positive _make_child _make_child_relpath _parse_args
    _reset_internal_locks _set_ident _set_native_id _set_tstate_lock _wait_for_tstate_lock
    acquire_lock add_note as_integer_ratio as_posix as_tuple as_uri bit_count bit_length
    compare_signal compare_total compare_total_mag copy_abs copy_negate copy_sign
    difference_update format_map from_bytes from_float get_name gi_code gi_frame gi_running
    gi_suspended gi_yieldfrom hardlink_to intersection_update is_absolute is_alive
    is_block_device is_canonical is_char_device is_dir is_fifo is_file is_finite is_infinite
    is_integer is_mount is_nan is_normal is_qnan is_relative_to is_reserved is_set is_signed
    is_snan is_socket is_subnormal is_symlink is_zero line_buffering link_to locked_lock
    logical_and logical_invert logical_or logical_xor max_mag min_mag most_common move_to_end
    native_id next_minus next_plus next_toward number_class read_bytes read_text relative_to
    release_lock remainder_near same_quantum set_name symlink_to symmetric_difference
    symmetric_difference_update to_bytes to_eng_string to_integral to_integral_exact
    to_integral_value total_seconds with_name with_stem with_suffix with_traceback write_bytes
    write_text write_through
    """)
}
