class OrdersController < ApplicationController
  before_action :find_order, only: [:show] # want: address OrdersController -> OrdersController.find_order
  skip_before_action :require_login # want: address OrdersController -> ApplicationController.require_login

  def show
    @order.notify # want: call OrdersController.show -> Order.notify
    render json: @order
  end

  def archive; end

  private

  def find_order
    @order = Order.find(params[:id]) # want: table read orders in OrdersController.find_order
  end
end
