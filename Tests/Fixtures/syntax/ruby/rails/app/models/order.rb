class Order < ApplicationRecord # want: table define orders in Order
  include Trackable # want: inherit Order -> Trackable
  has_many :line_items, dependent: :destroy # want: wiring Order -> LineItem
  belongs_to :customer, class_name: "Billing::Account" # want: wiring Order -> Billing.Account
  has_one :note, as: :owner
  belongs_to :owner, polymorphic: true # want: !wiring Order -> Owner
  delegate :email, to: :customer # want: call Order -> Billing.Account.email
  scope :paid, -> { where(state: "paid") } # want: table read orders in Order.paid
  validate :check_total # want: address Order -> Order.check_total
  after_save :notify, if: :paid? # want: address Order -> Order.notify
  has_and_belongs_to_many :tags, join_table: "orders_tags" # want: table read orders_tags in Order

  def check_total
    line_items.each do |item|
      item.price # want: call Order.check_total -> LineItem.price
    end
    line_items.cheap.first.price # want: call Order.check_total -> LineItem.cheap
    customer.email # want: call Order.check_total -> Billing.Account.email
    customer.update(email: email) # want: table write billing_accounts in Order.check_total
    email # want: call Order.check_total -> Order.email
    save! # want: table write orders in Order.check_total
  end

  def notify
    Order.transaction do # want: lifetime transaction-started transaction in Order.notify
      ConfirmationJob.perform_later(self) # want: wiring Order.notify -> ConfirmationJob.perform
    end
    OrderMailer.confirmation(self).deliver_later # want: call Order.notify -> OrderMailer.confirmation
    touch_tracker # want: call Order.notify -> Trackable.touch_tracker
  end

  def self.draft
    new(state: "draft") # want: !table write orders in Order.draft
  end

  def paid?
    state == "paid"
  end

  def self.report
    connection.select_all("SELECT * FROM line_items WHERE id = 1") # want: table read line_items in Order.report
    find_by_sql(<<~SQL)
      SELECT orders.* FROM orders JOIN accounts ON true
    SQL
    where(open: true).paid # want: call Order.report -> Order.paid
    tracked # want: call Order.report -> Trackable.tracked
    Rails.cache.fetch("reports") { 1 } # want: cache read reports in Order.report
  end
  # want: table read accounts in Order.report
end
