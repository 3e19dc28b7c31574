class Admin::OrdersController < ApplicationController
  def index
    Order.paid.each { |order| order.notify } # want: call Admin.OrdersController.index -> Order.notify
  end
end
