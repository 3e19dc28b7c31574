class OrdersController < ApplicationController
  def show
    helpers.order_badge(nil) # want: probable-call OrdersController.show -> OrdersHelper.order_badge
  end
end
