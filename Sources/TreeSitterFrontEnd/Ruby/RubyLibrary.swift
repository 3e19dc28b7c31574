/// What Ruby and Rails declare, where projects open it again.
enum RubyLibrary {
  /// Classes and modules of the top level: a project that opens them has not made them.
  static let names = Set(
    """
    Object BasicObject Kernel Module Class Comparable Enumerable String Symbol Array Hash Integer
    Float Numeric Rational Complex Range Regexp Proc Method Time Date DateTime File Dir IO StringIO
    NilClass TrueClass FalseClass Exception StandardError Struct Set Thread Mutex Process Random
    Math Marshal ObjectSpace Enumerator Encoding ActiveRecord ActiveSupport ActiveModel
    ActionController ActionView ActionMailer ActionDispatch ActiveJob ActionCable ActiveStorage
    ActionText ActionPack Rails RSpec Minitest BigDecimal URI Net OpenSSL JSON YAML CSV Logger
    ERB FileUtils Pathname Tempfile SecureRandom Digest Base64 Rack Rake Bundler Gem Sidekiq
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { NameKey(String($0)) })

  /// Classes below them that projects open.
  static let paths = Set(
    """
    ActiveRecord::Base ActiveRecord::Relation ActiveRecord::Migration ActiveRecord::Schema
    ActiveRecord::ConnectionAdapters ActiveRecord::Type ActiveRecord::Associations
    ActiveRecord::RecordNotFound ActiveRecord::RecordInvalid ActiveRecord::StaleObjectError
    ActionController::Base ActionController::API ActionController::TestCase
    ActionController::Parameters ActionController::MimeResponds ActionView::Base
    ActionView::Helpers ActionView::Template ActionView::Helpers::FormBuilder
    ActionView::Helpers::FormHelper ActionMailer::Base ActionMailer::LogSubscriber
    ActionDispatch::Request ActionDispatch::IntegrationTest ActiveModel::Errors ActiveModel::Name
    ActiveModel::Validations ActiveSupport::TestCase ActiveSupport::Concern
    ActiveSupport::SafeBuffer ActiveSupport::Cache ActiveSupport::Cache::Store ActiveJob::Base
    ActiveStorage::Blob ActiveStorage::Attachment Rails::Engine Rails::Application
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { path in
      path.split(separator: ":").reduce(NameKey.root) { $0.appending(NameKey(String($1))) }
    })

  /// Methods of several words that objects of libraries have.
  static let members: Set<String> = [
    "respond_to?", "instance_variable_get", "instance_variable_set", "method_missing",
    "respond_to_missing?", "attribute_names", "human_attribute_name", "update_attribute",
    "update_attributes", "update_columns", "update_column", "with_indifferent_access",
    "strip_tags", "content_tag", "number_to_currency", "distance_of_time_in_words",
    "beginning_of_day", "end_of_month", "to_formatted_s", "read_attribute", "write_attribute",
    "human_name", "table_name", "class_name", "error_messages", "full_messages",
    "find_or_create_by",
    "file_name", "content_type", "current_user", "set_callback", "as_json", "to_json",
  ]
}
