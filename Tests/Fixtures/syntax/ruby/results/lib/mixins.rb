module Listed
  def self.included(base)
    base.extend ClassMethods
    base.include Counted # want: inherit Listed.included -> Counted
  end

  module ClassMethods
    def acts_as_listed
      send :include, Listed::InstanceMethods
    end
  end

  module InstanceMethods
    def position_in_list; end
  end
end

module Counted
  def counted; end
end

module Priced
  extend ActiveSupport::Concern

  included do
    extend Rates
  end

  def priced
    total # want: probable-call Priced.priced -> Shop.Order.total
    unheard_of
  end
end

module Rates
  def rate_of_day; end
end

class Base
  def describe; end
end

class Plain < Base
  include Priced
  include Listed
  rate_of_day # want: call Plain -> Rates.rate_of_day

  def run
    counted # want: call Plain.run -> Counted.counted
  end

  def describe
    super # want: call Plain.describe -> Base.describe
  end
end

module Patch
  def patched; end
  Plain.prepend self # want: inherit Patch -> Patch
end

Plain.new.patched # want: call - -> Patch.patched
