module Trackable
  extend ActiveSupport::Concern

  included do
    has_many :tracks # want: wiring Trackable -> Track
    scope :tracked, -> { joins(:tracks) } # want: declare method Trackable.tracked definition
  end

  class_methods do
    def track_all; end # want: declare method Trackable.track_all definition
  end

  def touch_tracker
    tracks
  end
end
