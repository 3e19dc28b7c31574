module OrdersHelper
  def order_badge(order) = order.weigh # want: probable-call OrdersHelper.order_badge -> Shop.Order.weigh
end
