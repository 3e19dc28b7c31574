extension RubyLibrary {
  /// Methods of Rails, and of libraries that many use with it, whose names would say enough to be
  /// told by them alone.
  static let railsMethods = words(
    """
    able_to_type_cast? absolute_precision accelerometer accept_charset accept_encoding
    accept_language accepted? accessed accessed_fields accessible_by accessor acronyms
    acronyms_camelize_regex acronyms_underscore_regex action_encoding_template action_has_layout?
    action_name action_on_unpermitted_parameters acts_like? acts_like_date? acts_like_string?
    acts_like_time? adapter_name adapter_name_from add_belongs_to add_bind add_binds add_charset
    add_check_constraint add_column add_columns add_content_transfer_encoding add_content_type
    add_cookie_to_header add_date add_filter add_foreign_key add_header add_index add_index_options
    add_message_id add_method_to_attributes! add_mime_version add_modifier add_part add_reference
    add_remove_cookie_to_header add_silencer add_timestamps add_to_target add_transaction_record
    add_transfer_encoding added? advisory_locks_enabled? after? alias_attribute alias_tracker
    alias_type aliased_table aliased_table_for all_day all_includes all_month all_parts all_quarter
    all_view_paths all_week all_year allocations allowed_index_name_length
    always_permitted_parameters ambient_light_sensor annotate annotate!
    annotate_rendered_view_with_filenames annotate_values annotated_source_code announce anonymous?
    any_changes? any_migrations? any_templates? append! append_view_path apply_column_aliases
    apply_form_for_options! apply_seconds_precision arel_attribute arel_node?
    array_of_permitted_scalars? ascending? assert_equal assert_nil assert_valid_keys
    assert_valid_value asset_path asset_url assign_attributes assign_controller association
    association_cached? assume_migrated_upto_version at_beginning_of_day at_beginning_of_hour
    at_beginning_of_minute at_beginning_of_month at_beginning_of_quarter at_beginning_of_week
    at_beginning_of_year at_end_of_day at_end_of_hour at_end_of_minute at_end_of_month
    at_end_of_quarter at_end_of_week at_end_of_year at_midday at_middle_of_day at_midnight at_noon
    at_with_coercion at_without_coercion atom_feed attach_to attachment attachment?
    attachment_file_name attachments attr_internal attr_internal_accessor
    attr_internal_naming_format attr_internal_reader attr_internal_writer attr_name attribute
    attribute_alias attribute_alias? attribute_before_last_save attribute_change_to_be_saved
    attribute_changed? attribute_changed_in_place? attribute_for_inspect attribute_in_database
    attribute_method? attribute_method_affix attribute_method_prefix attribute_method_suffix
    attribute_missing attribute_names attribute_nodes attribute_present?
    attribute_previously_changed? attribute_previously_was attribute_was attributes_before_type_cast
    attributes_in_database audio_path audio_tag audio_url auth_type authenticate_user! authorization
    authorize authorized? auto_discovery_link_tag autoload_at autoload_under autoloads
    automatically_disable_submit_tag autoplay available_locales available_locales_initialized?
    available_locales_set await_commit await_sent backend_klass bad_request? base_klass base_uri
    base_url bcc_addrs before? before_committed before_remove_const begin_db_transaction
    begin_isolated_db_transaction begin_transaction beginning_of_day beginning_of_hour
    beginning_of_minute beginning_of_month beginning_of_quarter beginning_of_week
    beginning_of_week_default beginning_of_year behavior belongs_to best_q_match binary?
    bind_attribute bind_locals blank? block_all_mixed_content body_encoding body_parts
    boolean_tag_option bounced? boundary build_buffer build_from_database build_insert_sql
    build_nested_query build_path_regex build_query build_queue build_quoted build_read_query_regexp
    build_tag_values build_unbound_template build_view_context_class button_tag button_to
    byte_ranges bytesplice cache! cache_control cache_fragment_name cache_hits cache_if cache_key
    cache_key_with_version cache_query cache_template_loading cache_unless cache_version
    cacheable_query caching? calculate call_on_error came_from_user? camelcase camelize cannot?
    case_insensitive_comparison case_sensitive case_sensitive_comparison cast_values casted_values
    cattr_accessor cattr_reader cattr_writer cc_addrs cdata_section chain_config change_column
    change_column_comment change_column_default change_column_null change_table change_table_comment
    change_to_attribute changed? changed_attribute_names changed_attribute_names_to_save
    changed_attributes changed_for_autosave? changed_in_place? changed_values changes_applied
    changes_to_save check_box check_box_tag check_constraint_options check_constraints
    check_for_image_tag_errors check_pending! check_version child_src chk_ignore_pattern
    civil_from_format class_attribute class_methods class_name class_names clean_path_info cleanup!
    clear_attribute_changes clear_available_locales_set clear_cache clear_cache!
    clear_changes_information clear_query_cache clear_tags! client_error? client_ip clock_time
    clone_empty coalesce collect? collecting_queries_for_explain collection_cache
    collection_check_boxes collection_radio_buttons collection_select color_field color_field_tag
    colorize_logging column_alias column_aliases column_exists? column_name column_name_matcher
    column_name_with_order_matcher column_types columns_for_distinct comments commit!
    commit_cookie_jar! commit_db_transaction commit_flash commit_transaction committed?
    compact_blank compact_blank! comparable_time compare_with_coercion compare_without_coercion
    compile_delete compile_insert compile_methods! compile_update compiled_method_container
    composed_of compress compute_asset_extname compute_asset_host compute_asset_path concerning
    conditions connect_src connected? connection connection_klass constantize constraints
    construct_join_dependency contains content_charset content_description content_disposition
    content_for content_for? content_id content_location content_mime_type content_security_policy
    content_security_policy_nonce content_security_policy_nonce_directives
    content_security_policy_nonce_generator content_security_policy_report_only content_tag
    content_tag_string content_transfer_encoding content_type_parameters contradiction? controller
    controller_class controller_class_for controller_instance controller_name controller_path
    convert_direct_upload_option_to_url convert_hashes_to_parameters
    convert_options_to_data_attributes convert_parameters_to_hashes convert_to_decimal
    convert_to_model convert_to_multipart convert_value_to_parameters converted_arrays corrections
    country_zones cpu_time create! create_and create_element create_false create_insert create_join
    create_join_table create_on create_or_find_by create_or_find_by! create_savepoint
    create_schema_dumper create_string_join create_table create_table_alias create_true
    create_values create_values_list create_with create_with! create_with_value created?
    csp_meta_tag csrf_meta_tag csrf_meta_tags current_ability current_cycle current_environment
    current_page current_page? current_savepoint_name current_scope current_scopes current_tags
    current_transaction current_user current_user_id current_value current_version cut_excerpt_part
    dangerous_attribute_method? dangerous_attribute_methods dangerous_class_method? dasherize
    data_source_exists? data_sources database_exists? database_version date_field date_field_tag
    date_select datetime_field datetime_field_tag datetime_local_field datetime_local_field_tag
    datetime_select days_ago days_in_month days_in_year days_since days_to_week_start
    debug_missing_translation decode_body decompose decompress deconstantize decrement
    decrement_counters decrement_counters_before_last_save decrypt_and_verify deduplicate deep_dup
    deep_merge deep_merge! deep_regexps deep_stringify_keys deep_stringify_keys! deep_symbolize_keys
    deep_symbolize_keys! deep_transform_keys deep_transform_keys! deep_transform_values
    deep_transform_values! default_attributes default_charset default_cipher default_enforce_utf8
    default_extensions default_form_builder default_form_builder_class default_format
    default_format? default_formats default_handlers default_headers default_index_type?
    default_inspect default_locale default_normalization_form default_query_parser default_scoped
    default_separator default_sequence_name default_src default_timezone
    default_uniqueness_comparison default_value default_variants define_attribute
    define_attribute_accessor_method define_attribute_method define_attribute_methods
    define_callbacks delegate_missing_to delegate_number_helper_method delegate_to delete_all
    delete_by delete_cookie delete_cookie_header! delete_header delete_matched delete_multi
    delete_param deliver! deliver_later deliver_now delivery_handler delivery_method
    delivery_status_part delivery_status_report? demodulize dependencies dependency_digest deprecate
    deprecate_methods deprecation_horizon deprecation_warning descendants descending? deserialize
    destinations destroy_all destroy_by destroyed_by_association detach_from details_cache_key
    details_for_lookup details_key development? diagnostic_code digest_cache digest_caches
    digest_path_from_template digit_count direct_descendants direction directives
    dirties_query_cache disable_cache disable_ddl_transaction disable_ddl_transaction!
    disable_extension disable_lazy_transactions! disable_query_cache! disable_referential_integrity
    disallowed_behavior disallowed_warnings discard! disconnect! dispatch dispatch_cache
    distance_of_time_in_words distance_of_time_in_words_to_now distinct distinct! distinct_on
    distinct_value do_not_cache! does_not_match does_not_match_all does_not_match_any
    does_not_match_regexp dom_class dom_id drop_join_table drop_table dump_schema_information
    dup_value! duplicable? duplicates? duration each_chunk each_element each_record each_with_info
    eager_autoload eager_load eager_load! eager_load_values eager_loading? edit_polymorphic_path
    edit_polymorphic_url email_field email_field_tag embed_authenticity_token_in_remote_forms
    emitted_hidden_id? empty_insert_statement_value empty_scope? enable_extension
    enable_lazy_transactions! enable_query_cache! enable_warnings encrypt_and_sign encrypted_media
    end_of_day end_of_hour end_of_minute end_of_month end_of_quarter end_of_week end_of_year
    ends_with? enforce_available_locales enforce_available_locales! engine_script_name envelope_date
    envelope_from eq_all eq_any eql_with_coercion eql_without_coercion equality? erb_implementation
    erb_implementation? erb_trim_mode erb_trim_mode? error_message error_messages error_status
    error_wrapping escape_html_entities_in_json escape_ignore_list escape_ignore_list?
    escape_javascript escape_once escape_path escape_units escape_unsafe_options etag_matches?
    evaluate exabytes except! exception_handler exclude? excluding exclusions exec_delete
    exec_explain exec_insert exec_insert_all exec_migration exec_query exec_rollback_db_transaction
    exec_rollback_to_savepoint exec_update expand_cache_key expand_call_template expired? expires_at
    expressions extending extending! extending_values extra_tags_for_form extract!
    extract_associated extract_attributes extract_dimensions extract_domain extract_options!
    extract_selected_and_disabled extract_subdomain extract_subdomains
    extract_values_from_collection extractable_options? failures fallbacks favicon_link_tag
    fetch_attribute fetch_header fetch_multi fetch_value field_error_proc field_helpers
    field_helpers? field_set_tag field_type fields_for fifth! file_content_type file_field
    file_field_tag file_name filter_param filtered_env filtered_location filtered_parameters
    filtered_path final? final_recipient finalize_changes find_all_with_query
    find_beginning_of_week! find_by find_by! find_dependencies find_each find_first_mime_type
    find_from_target? find_in_batches find_or_create_by find_or_create_by! find_or_initialize_by
    find_template find_tzinfo find_zone find_zone! finish! finish_with_state first! first?
    first_or_create first_or_create! first_or_initialize fk_ignore_pattern flush_all!
    following_siblings font_path font_src font_url forbidden? force_change force_equality?
    force_reload_reader foreign_key foreign_key_column_for foreign_key_exists? foreign_key_options
    foreign_key_present? foreign_keys forget_change forgetting_assignment form_action form_data?
    form_for form_tag form_tag_html form_tag_with_body form_with form_with_generates_ids
    form_with_generates_remote_forms formatted_offset fortnight fortnights forty_two forty_two!
    forwarded_authority forwarded_for forwarded_port fourth! fragment_for fragment_name_with_digest
    frame_ancestors frame_src fresh? friendly_id from_addrs from_clause from_collection
    from_database from_json from_now from_trusted_xml from_user from_xml from_yaml full_messages
    full_messages_for full_sanitizer full_url_for full_version_string fullpath fullscreen future?
    gateway_interface gem_name gem_version generate_message generate_method generate_method_for_mime
    generate_relation_method geolocation get_advisory_lock get_all_versions get_bind_values
    get_byte_ranges get_cycle get_database_version get_header get_primary_key get_queue
    get_view_paths gigabyte gigabytes grapheme_length group! group_by_attribute group_values
    grouped_collection_select grouped_options_for_select grouping gt_all gt_any gteq_all gteq_any
    gyroscope handle_class handle_class_call handle_dependency handle_list handle_model
    handle_model_call handle_string handle_string_call handler_for_extension handlers
    handles_encoding? has_and_belongs_to_many has_attachments? has_attribute? has_been_read?
    has_changes_to_save? has_charset? has_content_transfer_encoding? has_content_type? has_date?
    has_header? has_limit_or_offset? has_many has_message_id? has_mime_version? has_one
    has_transfer_encoding? hash_digest_class hash_filter having! having_clause header_fields
    hidden_field hidden_field_tag highlight hook_into_yaml_loading host_authority host_with_port
    html_escape_translation_options html_fallback_for_js html_options_for_form
    html_options_for_form_with html_part html_safe html_safe? html_safe_translation
    html_safe_translation_key? http_auth_salt human_attribute_name human_name humanize
    i18n_customize_full_message i18n_customize_full_message? i18n_option? id_before_type_cast
    id_for_database id_in_database id_was identifier idle_time ids_reader ids_writer
    if_modified_since if_none_match if_none_match_etags ignore_accept_header ignore_disconnect
    ignore_tables image_path image_submit_tag image_tag image_url img_src in_all in_any in_batches
    in_clause_length in_days in_groups in_groups_of in_hours in_milliseconds in_minutes in_months
    in_rendering_context in_reply_to in_seconds in_time_zone in_use? in_weeks in_years includes
    includes! includes_column? includes_values including increment increment! increment_counters
    indent! index_algorithm index_algorithms index_by index_exists? index_name index_name_exists?
    index_name_length index_with inflections inform_interceptors inform_observers informational?
    inheritable_copy inherited initial_count_for initialize_attributes initialize_generated_modules
    initialize_internals_callback initialize_relation_delegate_cache initialized? inner_error
    inner_html inner_text input_checked? insert_fixture insert_fixtures_set insert_record
    instance_method_already_implemented? instance_values instance_variable_names instances
    instantiate instantiate_builder instrument instrument_name instrument_payload instrumenter
    instrumenter_for internal_string_options_for_primary_key interpolate interpolate_hash
    interpolation_patterns intersect invalid? inversed_from inversed_from_queries inverted_lambda
    invoke_after invoke_before ip_filter irregular is_distinct_from is_marked_for_delete?
    is_not_distinct_from is_utc? is_utf8? iterate! javascript_cdata_section javascript_include_tag
    javascript_path javascript_tag javascript_url join_constraints join_sources
    joined_includes_values joins! joins_values json_encoder key_space_limit keywords kilobyte
    kilobytes label_tag last_modified last_modified? last_month last_quarter last_stored_environment
    last_week last_weekday last_year left_joins left_outer_joins left_outer_joins!
    left_outer_joins_values limit! limit_value link_sanitizer link_to link_to_if
    link_to_remote_options? link_to_unless link_to_unless_current listeners_for listening? load_path
    load_schema_if_pending! load_target loaded! loaded? local? local_level local_levels local_log_id
    local_to_utc locale_available? localize location lock_value locking_column locking_enabled?
    log_at log_error log_subscribers logger? logger_outputs_to? logical_name
    lookup_cast_type_from_column lookup_context lookup_store lt_all lt_any lteq_all lteq_any
    magnetometer mail_to maintain_test_schema! make_delete_cookie_header make_lambda make_response!
    make_tree manifest_src mark_for_destruction mark_transaction_written_if_write
    marked_for_destruction? matches? matches_all matches_any matches_regexp materialize_transactions
    mattr_accessor mattr_reader mattr_writer max_identifier_length mb_chars media_src media_type
    media_type_params megabyte megabytes merge_conditional_options merge_default_headers
    message_content_type message_id message_ids messages messages_for method_defined_within?
    method_name method_not_allowed? method_not_get_method? method_symbol method_tag
    method_visibility microphone middle_of_day midnight migration_context migrations
    migrations_paths migrations_status mime_parameters mime_type mime_version minus_with_coercion
    minus_with_duration minus_without_coercion minus_without_duration mismatched?
    missing_interpolation_argument_handler missing_translation model_id model_name
    model_name_from_record_or_class module_parent module_parent_name module_parents
    monotonic_subscribe month_field month_field_tag months_ago months_since moved_permanently?
    multiline? multipart multipart? multipart_file_limit multipart_form multipart_part_limit
    multipart_report? multipart_total_part_limit multiple_of? multiple_sources_tag_builder
    multithread? namespace namespace? native_database_types nearest_delegate needs_migration?
    negotiate negotiate_mime nested_attribute? nested_under_indifferent_access new_controller_thread
    new_double_nested_cache new_instance_with_inherited_permitted_status new_polymorphic_path
    new_polymorphic_url next_day? next_element next_migration_number next_occurring next_quarter
    next_week next_weekday no_content? non_scalar? normal_values normalize_callback_params
    normalize_distance_of_time_argument_to_time normalize_keys not_between not_eq not_eq_all
    not_eq_any not_found? not_in not_in_all not_in_any not_modified? notifier null_scope?
    nullified_owner_attributes nulls_first nulls_last number_field number_field_tag
    number_to_currency number_to_delimited number_to_human number_to_human_size number_to_percentage
    number_to_phone number_to_rounded number_with_delimiter number_with_precision object_name
    object_src of_kind? offset! offset_value on_error on_load on_weekday? on_weekend?
    open_transactions operator optimizer_hints optimizer_hints! optimizer_hints_values
    option_groups_from_collection_for_select option_html_attributes option_text_and_value
    option_value_selected? optional_port options? options_for_select
    options_from_collection_for_select options_include_default? order_values ordinalize
    original_config original_filename original_fullpath original_script_name original_url
    original_value original_value_for_database outer_join output_buffer overlaps overlaps? paginate
    paperclip param_depth_limit parameter_parsers parameterize parent_of? parse_cookies
    parse_cookies_header parse_error parse_float parse_json_times parse_nested_query parse_query
    parseable_data? parsed_response partial? partitions password_field password_field_tag patch?
    path_for path_info path_parameters path_to_asset path_to_audio path_to_font path_to_image
    path_to_javascript path_to_stylesheet path_to_video path_translated patterns per_page
    perform_async perform_at perform_deliveries perform_in perform_later perform_write
    period_for_local period_for_utc periods_for_local permissions_policy permit!
    permit_all_parameters permit_any_in_array permit_any_in_parameters permitted? permitted_scalar?
    permitted_scalar_filter petabyte petabytes phone_field phone_field_tag phone_to
    picture_in_picture plugin_types pluralize plus_with_duration plus_without_duration
    polymorphic_method polymorphic_path polymorphic_url pop_tags
    populate_with_current_scope_attributes port_string precondition_failed? predicate_builder
    prefetch_primary_key? prefetch_src prefix_partial_path_with_controller_namespace
    prefix_partial_path_with_controller_namespace? prefixes preload! preload_associations
    preload_link_tag preload_links_header preload_values preloaded_records preparable prepare!
    prepared_statements prepared_statements? prepared_statements_disabled_cache prepend_view_path
    presence presence_in present? preserve_timezone prev_day? prev_occurring prev_quarter prev_week
    prev_weekday preventing_writes? previous_changes previous_element primary_key proc_for_binds
    production? projections prompt_text proper_table_name protected_environment? proxy_class
    pruning? public_compute_asset_path push_tags q_values query_attribute query_cache
    query_cache_enabled query_parameters query_string query_value query_values queue_size
    quote_column_name quote_default_expression quote_string quote_table_name
    quote_table_name_for_assignment quoted_array quoted_binary quoted_column_names
    quoted_columns_for_index quoted_date quoted_false quoted_primary_key quoted_table_names
    quoted_time quoted_true radio_button radio_button_tag raise_delivery_errors
    raise_on_missing_translations raise_record_not_found_exception! range_field range_field_tag
    raw_connection raw_envelope raw_filter raw_host_with_port raw_post raw_request_method raw_source
    raw_type read_attribute read_attribute_before_type_cast read_attribute_for_serialization
    read_fragment_for read_multi readable_inspect readonly readonly! readonly_value ready_to_send!
    received reconnect! recontext records_by_owner redefine_method redefine_singleton_method
    redirect redirect? redirect_url redirection? references references! references_values referrer
    reflection reflections refs_size register_default_template_handler register_detail
    register_for_delivery_notification register_template_handler register_tracker register_type
    registered_details registered_template_handler regular_update regular_writer
    reject_files_external_to_app relation relation_delegate_class release_advisory_lock
    release_savepoint reload! remote_addr remote_host remote_ident remote_ip remote_mta remote_user
    remove! remove_belongs_to remove_check_constraint remove_column remove_columns remove_filters!
    remove_foreign_key remove_index remove_inverse_instance remove_possible_method
    remove_possible_singleton_method remove_reference remove_silencers! remove_timestamps
    remove_tracker remove_trailing_slash! rename_column rename_index rename_key rename_method
    rename_table render_body render_collection render_collection_derive_partial
    render_collection_with_partial render_component render_layout render_object_derive_partial
    render_object_with_partial render_partial render_partial_to_object render_template
    render_template_to_object render_to_body render_to_object rendered_format rendered_templates
    reorder! reordering_value replica? reply_to report_uri request_forgery_protection_token
    request_id request_method request_method_symbol request_parameters require_sri_for required
    requires_reloading? reselect reselect! resent_bcc resent_cc resent_date resent_from
    resent_message_id resent_sender resent_to reserve_key reserved_keys_pattern reset! reset_body!
    reset_callbacks reset_cycle reset_locking_column reset_negative_cache reset_primary_key
    reset_scope reset_sequence! reset_session reset_transaction resolve_image_source resolve_link_as
    respond_to_without_attributes? response_body response_code restore_attributes retryable?
    return_only_media_type_on_content_type return_path reverse_merge reverse_merge! reverse_order
    reverse_order! reverse_order_value reverse_update reversible reverting reverting? rollback
    rollback_db_transaction rollback_to_savepoint rollback_transaction route_name run_callbacks
    run_load_hooks safe_concat safe_constantize safe_join safe_list_sanitizer sanitize
    sanitize_as_sql_comment sanitize_css sanitize_limit sanitize_to_id sanitized_allowed_attributes
    sanitized_allowed_css_keywords sanitized_allowed_css_properties sanitized_allowed_protocols
    sanitized_allowed_tags sanitized_bad_tags sanitized_protocol_separator
    sanitized_shorthand_css_properties sanitized_uri_attributes sanitizer_vendor
    saved_change_to_attribute saved_change_to_attribute? saved_changes saved_changes? say_with_time
    schema_cache schema_migration scope_attributes scope_attributes? scope_for_association
    scope_for_create scope_key_by_partial script_name script_src script_src_attr script_src_elem
    search_field search_field_tag second! second_to_last second_to_last! seconds_idle
    seconds_since_midnight seconds_to_utc_offset seconds_until_end_of_day secure_protocol select_all
    select_best_encoding select_date select_datetime select_day select_hour select_minute
    select_month select_one select_rows select_second select_tag select_time select_type
    select_value select_values select_year send_early_hints send_file send_preload_links_header
    sending! sending? serializable? serializable_hash serialize server_addr server_authority
    server_error? server_name server_port server_protocol server_software session_options
    set_callback set_cookie set_cookie_header set_cookie_header! set_cycle set_default_disable_with
    set_envelope set_header set_inverse_instance set_inverse_instance_from_queries set_quantifier
    set_value_for set_view_paths settings short_identifier should_apply_vary_header?
    show_exceptions? significant silence! silence? silence_redefinition_of_method silence_warnings
    silenced silencer simple_format singular singularize singulars skip_callback skip_deletion
    skip_preloading! skip_preloading_value skip_query_cache! skip_query_cache_value sms_to
    smtp_envelope_from smtp_envelope_to source_extract source_reflection split_paragraphs sql_type
    squish! stale_target? standard_port standard_port? start! starts_with? status_code
    status_message steal! store_inherited streaming_completion_on_exception strict_loading
    strict_loading! strict_loading_value strict_match? stringify_keys stringify_keys! strip_heredoc
    strip_links strip_tags strong_etag? style_src style_src_attr style_src_elem stylesheet_link_tag
    stylesheet_path stylesheet_url sub_template_message sub_template_of subdomain subdomains
    submit_tag subscribe subscribed subscribed_to? subscribers successful? supports_advisory_locks?
    supports_bulk_alter? supports_cache_versioning? supports_check_constraints? supports_comments?
    supports_comments_in_create? supports_common_table_expressions?
    supports_datetime_with_precision? supports_ddl_transactions? supports_explain?
    supports_expression_index? supports_extensions? supports_foreign_keys? supports_foreign_tables?
    supports_index_sort_order? supports_indexes_in_create? supports_insert_conflict_target?
    supports_insert_on_duplicate_skip? supports_insert_on_duplicate_update?
    supports_insert_returning? supports_json? supports_lazy_transactions?
    supports_materialized_views? supports_optimizer_hints? supports_partial_index?
    supports_partitioned_indexes? supports_savepoints? supports_streaming?
    supports_transaction_isolation? supports_validate_constraints? supports_view_paths?
    supports_views? supports_virtual_columns? suppress suppress_messages symbolize_keys
    symbolize_keys! table_alias table_alias_for table_alias_length table_comment table_exists?
    table_name table_name_options table_options tableize tag_builder tag_option tag_options
    tag_string tags_text target_changed? telephone_field telephone_field_tag tempfile template
    template_exists? template_handler_extensions terabyte terabytes test_app test_order text_area
    text_area_tag text_field text_field_tag text_part third! third_to_last third_to_last!
    thread_cattr_accessor thread_cattr_reader thread_cattr_writer thread_mattr_accessor
    thread_mattr_reader thread_mattr_writer throw_away! tidy_bytes tidy_bytes! time_ago_in_words
    time_field time_field_tag time_precision time_select time_tag time_zone
    time_zone_options_for_select time_zone_select titlecase titleize tld_length to_addrs
    to_default_s to_dep_map to_digits to_dot to_exception to_form_params to_formatted_s
    to_immutable_string to_key to_model to_options to_options! to_param to_partial_path to_query
    to_sentence to_sql to_tag to_time_preserves_timezone to_unsafe_h to_unsafe_hash to_xml
    to_yaml_type today? token_list token_tag tomorrow tomorrow? total_count total_pages touch_all
    trace? transaction transaction_id transaction_isolation_levels transaction_manager
    transaction_open? transfer_encoding translate translate! translation transliterate
    transport_encoding truncate_bytes truncate_tables truncate_words trusted_proxy? type_cast
    type_cast_config_to_boolean type_cast_config_to_integer type_cast_for_database
    type_cast_for_schema type_caster type_for_attribute type_klass type_to_sql unauthorized?
    unboundable? uncached uncountable uncountable? uncountables undefine_attribute_methods
    underscore unescape_path uninitialized unknown? unlink? unpermitted_keys unpermitted_parameters!
    unprepared_statement unprocessable? unquoted_false unquoted_true unregister_template_handler
    unscope! unscope_values unscoped unsubscribe unsubscribe! up_only upcase_first update_all
    update_attributes update_counters update_param update_table_definition updated?
    upgrade_insecure_requests url_encoded_form url_field url_field_tag url_for url_options
    url_to_asset url_to_audio url_to_font url_to_image url_to_javascript url_to_stylesheet
    url_to_video us_zones use_authenticated_message_encryption use_metadata_table?
    use_standard_json_time_format use_zone user_agent user_input_in_time_zone user_signed_in?
    utc_to_local utc_to_local_returns_utc_offset_times utf8_enforcer_tag valid_float? valid_message?
    valid_options valid_path? valid_type? validate_app validate_float validate_float?
    value_before_type_cast value_constructed_by_mass_assignment? value_for value_for_collection
    value_for_database value_for_key values_before_type_cast variable variants verified verify!
    video_path video_tag video_url view_context view_context_class view_exists? view_flow view_paths
    view_renderer virtual_path walk_tree weak_etag? week_field week_field_tag weeks_ago weeks_since
    where! where_clause where_sql where_values_hash will_save_change_to_attribute? with_backend
    with_cast_value with_context with_defaults with_defaults! with_empty_template_cache
    with_fallbacks with_indifferent_access with_locale with_lock with_options with_output_buffer
    with_prepended_formats with_type with_value_from_database with_value_from_user with_view_paths
    with_warnings with_yaml_fallback within_new_transaction without_attachments! word_wrap
    worker_src wrap_all wrap_with_output_safety_handling wrapped_string write_attribute
    write_cast_value write_fragment_for write_from_database write_from_user write_multi write_query?
    x_csrf_token x_forwarded_for x_forwarded_host x_request_id xml_http_request? xss_safe? years_ago
    years_since yesterday yesterday? zone_default
    """)
}
