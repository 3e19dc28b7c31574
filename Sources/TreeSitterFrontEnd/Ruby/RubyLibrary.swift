/// What Ruby and Rails declare, where projects open it again.
enum RubyLibrary: NameLists {
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

  /// Whether the name of a method says that it is one of the project: it has several words, is a
  /// question or long, and no library has it.
  static func isTelling(_ name: String) -> Bool {
    guard name.utf8.count >= 6, name.last != "=" else { return false }
    let isLong = name.utf8.count >= 8 || name.last == "?" || name.last == "!"
    guard isLong || name.dropFirst().dropLast().contains("_") else { return false }
    return !coreMethods.contains(name) && !railsMethods.contains(name)
  }
}
