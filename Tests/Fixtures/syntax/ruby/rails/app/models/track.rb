class Track < ApplicationRecord
  def self.sweep
    Order.track_all # want: call Track.sweep -> Trackable.track_all
    Order.line_items_count
  end
end
