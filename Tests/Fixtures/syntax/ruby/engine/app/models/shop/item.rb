module Shop
  class Item < ActiveRecord::Base # want: table define shop_items in Shop.Item
  end
end
