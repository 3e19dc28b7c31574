module Shop
  class ItemsController < ActionController::Base
    def index
      Item.all.to_a # want: table read shop_items in Shop.ItemsController.index
    end
  end
end
