module OrdersHelper
  def order_title(order)
    money_tag(order) # want: call OrdersHelper.order_title -> MoneyHelper.money_tag
  end
end
