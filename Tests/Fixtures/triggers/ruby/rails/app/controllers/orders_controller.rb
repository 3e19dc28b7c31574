# want: none
class OrdersController < ApplicationController
  def index
    params.get "/x", to: "y"
  end

  def archive
  end

  private

  def helper
  end
end
