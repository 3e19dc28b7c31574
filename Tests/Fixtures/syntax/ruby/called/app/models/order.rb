module Shop
  class Order < ApplicationRecord
    has_many :line_items

    def settle(payment_method)
      # A parameter is what it is called, in the module around.
      payment_method.charge(self) # want: probable-call Shop.Order.settle -> Shop.PaymentMethod.charge
      payment_method.reload.charge(self)
    end

    def settle_quietly(thing)
      thing.charge(self) # want: !probable-call Shop.Order.settle_quietly -> Shop.PaymentMethod.charge
    end

    def weigh
      # What an association holds is known, and no guess.
      line_items.each { |item| item.weigh } # want: call Shop.Order.weigh -> Shop.LineItem.weigh
      line_items.sum(&:weigh)
    end
  end
end
