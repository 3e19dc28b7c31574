class ApplicationRecord < ActiveRecord::Base
  self.abstract_class = true
end

class Shop::Order < ApplicationRecord
  acts_as_listed # want: inherit Shop.Order -> Listed.InstanceMethods
  belongs_to :buyer # want: wiring Shop.Order -> Shop.Buyer
  has_many :items
  include Priced

  def self.cheapest
    return nil if ENV["OFF"]

    found = where(paid: true)
    found = found.first
    found
  end

  def self.latest
    if ENV["A"]
      first
    else
      last
    end
  end

  def self.either
    cheapest || latest
  end

  def check_in
    position_in_list # want: call Shop.Order.check_in -> Listed.InstanceMethods.position_in_list
    buyer.greet_politely # want: call Shop.Order.check_in -> Shop.Buyer.greet_politely
    items.map(&:price).sum # want: call Shop.Order.check_in -> Shop.Item.price
    items.map { |item| item.maker }.first.famous # want: call Shop.Order.check_in -> Shop.Buyer.famous
    items.map(&:maker).reject(&:famous) # want: call Shop.Order.check_in -> Shop.Buyer.famous
    items.select { _1.price } # want: call Shop.Order.check_in -> Shop.Item.price
    buyer.try(:famous) # want: call Shop.Order.check_in -> Shop.Buyer.famous
    send(:total) # want: address Shop.Order.check_in -> Shop.Order.total
    Shop::Order.find_by_number("1").total # want: call Shop.Order.check_in -> Shop.Order.total
  end

  def total; end
end

class Shop::Buyer < ApplicationRecord
  def greet_politely; end
  def famous; end
end

class Shop::Item < ApplicationRecord
  belongs_to :maker, class_name: "Buyer" # want: wiring Shop.Item -> Shop.Buyer
  def price; end
end
