module Shop
  class LineItem < ApplicationRecord
    belongs_to :order

    def weigh = 1

    def self.heavy = where("weight > 5")

    def ship(carrier) = carrier
  end
end
