extension RubyLibrary {
  /// Methods of Ruby and its own library whose names would say enough to be told by them alone.
  static let coreMethods = words(
    """
    abort_on_exception absolute absolute? absolute_path absolute_path? accept_loop accept_nonblock
    active? add_attribute add_banner add_cert add_certid add_certificate add_converter add_crl
    add_data add_dictionary add_entry add_extension add_field add_file add_insert_cmd add_nonce
    add_officious add_path add_put_cmd add_recipient add_revoked add_row add_signer add_status
    add_trace_func additional additional_certs additional_message adler32_combine algorithm
    alias_method alive? all_symbols allbits? allocate allow_nan? allow_reentry allowed_digests
    alphanumeric alpn_protocol alpn_protocols alpn_select_cb ancestors anybits? append_features
    array_nl as_json ascii_compatible? ascii_only? asciicompat_encoding asn1_flag at_exit
    attr_accessor attr_reader attr_writer attributes auth_tag authenticated? authority
    authority_key_identifier auto_compact autoclose? autoload autoload? avail_in avail_out backtrace
    backtrace_locations base64digest base64digest! base_label basename basic_auth beginning_of_line?
    benchmark between? bind_call binmode? binwrite birthtime bit_length bit_set? block_given?
    block_length block_size blockdev? blocking? body_exist? body_permitted? body_stream broadaddr
    broadcast bsearch_index buffer_initial_length builtin_curves by_col by_col! by_col_or_row
    by_col_or_row! by_row by_row! bytesize byteslice ca_certs ca_file ca_issuer_uris ca_path
    callee_id caller_locations candidate canonical_each canonname capitalize capitalize! capture2
    capture2e capture3 captures casecmp? casefold? cert_requested? cert_status cert_store
    certificate certificates challenge change_privilege chardev? check_circular? check_key
    check_nonce check_password check_private_key check_until check_user check_userinfo
    check_validity children chmod_R chomp! chown_R chunk_while chunked? class! class_eval class_exec
    class_variable_defined? class_variable_get class_variable_set class_variables classify cleanpath
    clear_bit! client_ca client_cert_cb clock_getres clock_gettime clone! close! close_incoming
    close_on_empty_response close_on_exec? close_outgoing close_read close_write closed?
    closed_read? closed_write? cmp_issuer cmsg_is? code_type codepoints cofactor col_sep collect!
    collect_concat collect_method column_separator combination commands commercial compact! compare?
    compare_by_identity compare_by_identity? compare_file compare_stream compatible? compile_content
    compile_etag compile_stag complete component compute_key configure conjugate connect_address
    connect_from connect_nonblock connect_to connection_close? connection_keep_alive? const_defined?
    const_get const_missing const_set const_source_location constants content_length content_range
    content_type continue_timeout converters convpath copy_entry copy_file copy_metadata copy_nonce
    copy_stream coredump? count_objects cover? crc32_combine crc_table create_ext
    create_ext_from_array create_ext_from_hash create_ext_from_string create_extension
    create_fast_state create_id create_pretty_state create_timestamp critical? crl_uris current_cert
    current_crl current_scheduler curve_name data_type datetime_format day_fraction debug! debug?
    debug_output decode64 decode_all decode_content decode_www_form decode_www_form_component
    deconstruct deconstruct_keys deep_const_get def_class def_delegator def_delegators
    def_erb_method def_head_option def_instance_delegator def_instance_delegators def_method
    def_module def_option def_single_delegator def_single_delegators def_tail_option default_argv
    default_external default_internal default_policy_id default_port default_proc define_finalizer
    define_head define_method define_singleton_method define_singleton_method! define_tail
    defined_class delegate delegating_block delete! delete? delete_at delete_field delete_field!
    delete_if delete_prefix delete_prefix! delete_suffix delete_suffix! denominator
    deprecate_constant dereference? destination_encoding destination_encoding_name detached
    detached? dev_major dev_minor dh_compute_key difference digest! digest_length directory?
    disjoint? display! do_not_reverse_lookup domain_types double_fig downcase downcase! drop_while
    dsa_sign_asn1 dsa_verify_asn1 dummy? dump_default_options dump_tags each_byte each_capitalized
    each_capitalized_name each_char each_child each_codepoint each_cons each_entry each_filename
    each_grapheme_cluster each_header each_index each_key each_line each_list_item
    each_message_chunk each_name each_object each_option each_pair each_pair! each_slice each_value
    each_with_index each_with_object empty? enable_fallback_scsv enabled? enc_key enclosed? encode!
    encode64 encode_with encode_with! encode_www_form encode_www_form_component encoding end_with?
    ended? endgrent endpwent enum_for enum_for! environment equal? error! error? error_bytes
    error_char error_depth error_string error_type escapeElement escapeHTML escapeURIComponent
    escape_element escape_html escape_slash escape_slash? eval_script exception exception_type
    exclude_end? executable? executable_real? exist? exists? exit_value exited? exitstatus
    expand_hexstring expand_pair expand_path expand_value explicit_trim_line exponent extend!
    extend_object extended extensions external? external_encoding extra_chain_cert failure_info
    family_addrinfo fast_generate fast_unparse fatal! fatal? fdatasync fetch_values field?
    field_row? field_size_limit filename filter! filter_backtrace filter_map find_all find_extension
    find_index find_proxy find_response finished? finished_message finite? fips_mode fire_update!
    fixed_anchor? fixed_encoding? fixed_length_secure_compare flat_map flatten! flush_next_in
    flush_next_out flush_sessions fnmatch? for_fd force_encoding force_quotes? formatter fragment
    freeze! friday? from_hash from_name from_state from_time frozen? full_message garbage_collect
    gem_original_require gen_random gen_time generate generate_key generate_key! generate_line
    generate_parameters generate_prime generator get_byte get_candidates get_encoding get_fields
    get_flags get_print get_response get_string get_value getaddress getaddrinfo getgrent getgrgid
    getgrnam gethostbyaddr gethostbyname gethostname getifaddrs getlocal getlogin getnameinfo
    getpeereid getpeername getpriority getpwent getpwnam getpwuid getrlimit getservbyname
    getservbyport getsockname getsockopt global_variables gmt_offset grant_privilege
    grapheme_clusters gregorian gregorian? gregorian_leap? grep_v group_by grpowned?
    handle_interrupt has_key? has_value? hash_algorithm hash_old have_option? header? header_convert
    header_converters header_row? hexdigest hexdigest! hexencode hierarchical? hostname html_escape
    http_default_port http_version httpdate https_default_port identical? ignore_deadlock imaginary
    include? included included_modules incompatible_argument_styles incomplete_input?
    indefinite_length infinite? infinite_length infinity? inflate_adapter init_with init_with!
    initgroups initialize initialize_clone initialize_copy initialize_dup initialize_http_header
    inplace_mode insert_cmd insert_output inspect! inspect_sockaddr instance instance_delegate
    instance_eval instance_eval! instance_exec instance_exec! instance_method instance_methods
    instance_of? instance_variable_defined? instance_variable_get instance_variable_get!
    instance_variable_set instance_variable_set! instance_variables instance_variables!
    instruction_sequence integer? internal? internal_encoding interpret_loosely intersect?
    intersection invert! ip6_arpa ip6_int ip_address ip_address_list ip_pktinfo ip_port ip_unpack
    ipv4_compat ipv4_compat? ipv4_loopback? ipv4_mapped ipv4_mapped? ipv4_multicast?
    ipv4_multicast_loop ipv4_multicast_ttl ipv4_private? ipv6_linklocal? ipv6_loopback?
    ipv6_mc_global? ipv6_mc_linklocal? ipv6_mc_nodelocal? ipv6_mc_orglocal? ipv6_mc_sitelocal?
    ipv6_multicast? ipv6_pktinfo ipv6_pktinfo_addr ipv6_pktinfo_ifindex ipv6_sitelocal? ipv6_to_ipv4
    ipv6_unique_local? ipv6_unspecified? ipv6_v4compat? ipv6_v4mapped? ipv6only! is_erb_stag?
    is_version_1_1? is_version_1_2? issetugid issuer_certificate issuer_key_hash issuer_name_hash
    iterator? itself! iv_len jisx0301 json_creatable? json_create julian? julian_leap?
    keep_alive_timeout keep_back keep_drop keep_end keep_if keep_start key_len keyword_init?
    kind_of? lambda? last_error last_match last_status last_update latest_compact_info
    latest_gc_info liberal_parsing? line_number link_entry link_local? load_default_options
    load_file load_file! load_random_file load_tags local_address local_host local_port
    local_variable_defined? local_variable_get local_variable_set local_variables locale_charmap
    localtime locked? long_name loopback? lshift! lstat! lstrip! magnitude main_type make_affine!
    make_compiler make_components_hash make_link make_regexp make_scanner make_shareable make_switch
    make_symlink makedirs mapped? marshal_dump marshal_dump! marshal_load mask_bits! match?
    match_length match_nonswitch? matched? matched_size max_by max_nesting max_retries max_version
    maxgroups measure_total_time member? merge! message_imprint method! method_added method_defined?
    method_id method_missing method_removed method_undefined methods! min_by min_version minmax_by
    mkdir_p mktmpdir mod_add mod_exp mod_inverse mod_mul mod_sqr mod_sub module_eval module_exec
    module_function mon_check_owner mon_enter mon_exit mon_locked? mon_owned? mon_synchronize
    mon_try_enter monday? mountpoint? must_C_version n_significant_digits name_list named_captures
    native_thread_id negative? new_cond new_ntoh new_offset new_seed new_start next_day next_float
    next_month next_rotate_time next_update next_values next_year nobits? nonblock nonblock?
    nonzero? normalize normalize! not_after not_before npn_protocol npn_protocols npn_select_cb
    nprocessors num_bits num_bytes num_waiting numerator object_id object_id! object_nl ocsp_uris
    on_curve? on_head on_tail open_timeout options_of order! ordering orig_name original_name
    os_code owned? pack_sockaddr_in pack_sockaddr_un parameters params_ok? parse! parse_config
    parse_csv parse_line parse_openssl parse_rfc2253 partition password pathconf pbkdf2_hmac
    pbkdf2_hmac_sha1 peek_values peer_cert peer_cert_chain peer_finished_message peeraddr
    pending_interrupt? percent_line permutation permute! pipeline pipeline_r pipeline_rw
    pipeline_start pipeline_w pkcs5_keyivgen platform_support point_conversion_form policy_id
    positive? post_cmd post_connection_check post_form post_match postorder_traverse pre_cmd
    pre_match precision precision_scale preorder_traverse prepare_trim_mode prepend_features
    prepended pretty_generate pretty_print pretty_print_cycle pretty_unparse prev_day prev_float
    prev_month prev_year previous_period_end prime? prime_fasttest? primitive_convert
    primitive_errinfo priority priv_key private? private_call? private_class_method private_constant
    private_decrypt private_encrypt private_instance_methods private_key private_key?
    private_method_defined? private_methods private_methods! private_module_function private_to_der
    private_to_pem progname program_name proper_subset? proper_superset? propfind proppatch
    protected protected? protected_instance_methods protected_method_defined? protected_methods
    protected_methods! protocol protocol_param proxy? proxy_address proxy_basic_auth proxy_class?
    proxy_from_env? proxy_pass proxy_port proxy_uri proxy_user proxyaddr proxyport pseudo_rand
    pseudo_rand_range pub_key public? public_api public_class_method public_constant public_decrypt
    public_encrypt public_instance_method public_instance_methods public_key public_key?
    public_method public_method! public_method_defined? public_methods public_methods! public_send
    public_send! public_to_der public_to_pem put_cmd quote_char quote_character raised_exception
    rand_range random_add random_bytes random_iv random_key random_number range_length rationalize
    raw_data rdev_major rdev_minor re_exchange re_exchangeable? read_all read_body read_header
    read_new read_nonblock read_smime read_timeout readable? readable_real? readagain_bytes readbyte
    readchar reading_body readline readlines readlink readonly? readpartial readuntil ready?
    realdirpath realpath realtime receive_if receiver recipients rectangular recurse_proc recv_io
    recv_nonblock recvfrom recvfrom_nonblock recvmsg_nonblock regist_scanner register
    register_scanner register_scheme registry reject! relative? relative_path_from remainder
    remote_address remove_class_variable remove_const remove_dir remove_dir1 remove_entry
    remove_entry_secure remove_file remove_instance_variable remove_instance_variable! remove_method
    renegotiation_cb repeated_combination repeated_permutation replacement replicate
    report_on_exception request_body_permitted? request_get request_head request_post request_put
    request_uri require_exact require_relative respond_to? respond_to_missing? response
    response_body_permitted? responses rest_size restsize result_with_hash return_headers?
    return_value reverse! reverse_each revocation_reason revocation_time rfc1123_date rotate!
    route_from route_to row_sep row_separator rpartition rshift! rstrip! ruby2_keywords
    ruby2_keywords_hash ruby2_keywords_hash? safe_unlink saturday? save_exception_mode save_limit
    save_rounding_mode scan_all scan_full scan_line scan_until schedule scheduler scheme_list scrub!
    search_convpath search_full sec_fraction second_fraction sections secure_compare security_level
    select! send_io send_request sendmsg_nonblock separator serial_number servername_cb session_add
    session_cache_mode session_cache_size session_cache_stats session_get_cb session_id_context
    session_new_cb session_remove session_remove_cb session_reused? set_backtrace set_banner
    set_bit! set_body_internal set_content_type set_crt_params set_debug_output set_default_paths
    set_dictionary set_encoding set_encoding_by_bom set_eoutvar set_factors set_flags set_form
    set_form_data set_generator set_host set_key set_option set_params set_password set_port set_pqg
    set_program_name set_range set_scheduler set_string set_summary_indent set_summary_width
    set_to_infinity! set_trace_func set_user set_userinfo set_value setgid? setgrent setpriority
    setproctitle setpwent setregid setresgid setresuid setreuid setrlimit setsockopt setuid?
    sev_threshold shareable? shellescape shelljoin shellsplit shellwords short_name shuffle!
    shutdown sid_available? sign_pss sign_raw signaled? signature_algorithm signed? signed_time
    single_delegate singleton_class singleton_class! singleton_class? singleton_method
    singleton_method! singleton_method_added singleton_methods singleton_methods! skip_blanks?
    skip_lines skip_until slice! slice_after slice_before slice_when sockaddr_in sockaddr_un socket?
    socket_type socketpair socktype sort_by sort_by! source_encoding source_encoding_name
    source_location space_before squeeze! ssl_timeout ssl_version start_immediately start_with?
    started? status? status_string status_text sticky? stopped? stream_end? strftime strict_decode64
    strict_encode64 strip! strptime sub_ext sub_type subclasses subject_certificate
    subject_key_identifier subject_request subset? subtract success? summarize summary_indent
    summary_width sunday? super_method superclass superset? swapcase swapcase! switch_name symlink?
    sync_close sync_point? synchronize sysaccept sysclose sysconfdir systmpdir sysverify syswrite
    tag_class taint! tainted? take_while tcp_server_loop tcp_server_sockets terminate this_update
    thread_variable? thread_variable_get thread_variable_set thread_variables thursday? timestamp
    tmp_dh_callback tmp_key to_ary to_csv to_date to_datetime to_der to_enum to_enum! to_hash to_int
    to_json to_json_raw to_json_raw_object to_mailtext to_octet_string to_path to_pem to_proc
    to_range to_rfc822text to_set to_sockaddr to_str to_string to_sym to_text to_time to_tty?
    to_utf8 to_write_io to_yaml token_info total_in total_out total_time trace_var transfer
    transform_keys transform_keys! transform_values transform_values! transpose traverse trim_line1
    trim_line2 trim_mode truncate trust! try_convert try_enter try_lock try_mon_enter
    tsa_certificate tuesday? tv_nsec tv_sec tv_usec type_params typecode udp_server_loop
    udp_server_loop_on udp_server_recv udp_server_sockets unconverted_fields? undef_method
    undefine_finalizer unescape unescapeElement unescapeHTML unescapeURIComponent unescape_element
    unescape_html ungetbyte unicode_normalize unicode_normalize! unicode_normalized? unix_path
    unix_rights unix_server_loop unix_server_socket unpack_sockaddr_in unpack_sockaddr_un untaint!
    untrace_var untrust! untrusted? unused_bits upcase! update_uri uptodate? url_encode
    urlsafe_base64 urlsafe_decode64 urlsafe_encode64 use_headers? use_proxy? use_registry use_ssl?
    used_modules userinfo using_rvargc? utc_offset valid? valid_civil? valid_commercial? valid_date?
    valid_encoding? valid_jd? valid_ordinal? value? value_der values_at verify_callback
    verify_certificate_identity verify_compaction_references verify_depth verify_hostname
    verify_internal_consistency verify_mode verify_pss verify_raw verify_recover verify_result
    verify_transient_heap_internal_consistency verify_wildcard version_1_1? version_1_2 version_1_2?
    wait_for_cond wait_priority wait_readable wait_until wait_while wait_writable waitpid2
    wednesday? with_index with_object world_readable? world_writable? wrap_traverse writable?
    writable_real? write_headers? write_message write_message_0 write_message_by_block
    write_nonblock write_random_file write_smime write_timeout writeline xmlschema yaml_tag
    yield_self yield_self! zlib_version zone_id zone_offset
    """)
}
