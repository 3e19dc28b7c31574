class LineItem < ApplicationRecord # want: table define positions in LineItem
  self.table_name = "positions"
  belongs_to :order # want: wiring LineItem -> Order
  scope :cheap, -> { where("price < 10") } # want: table read positions in LineItem.cheap

  def price
    order.check_total # want: call LineItem.price -> Order.check_total
    Order.find(1).notify # want: call LineItem.price -> Order.notify
    # want: table read orders in LineItem.price
    Order.create!(a: 1) # want: table write orders in LineItem.price
    state.check_total # want: !call LineItem.state -> Order.check_total
  end
end
