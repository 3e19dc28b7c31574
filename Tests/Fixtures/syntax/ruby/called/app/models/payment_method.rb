module Shop
  class PaymentMethod < ApplicationRecord
    def charge(order)
      @order = order
      @order.weigh # want: probable-call Shop.PaymentMethod.charge -> Shop.Order.weigh
    end
  end
end
