module Billing
  def self.table_name_prefix
    "billing_"
  end

  class Account < ApplicationRecord # want: table define billing_accounts in Billing.Account
    has_many :orders, foreign_key: :customer_id # want: wiring Billing.Account -> Order
    def email; end
  end
end
