module Stackable
  def stack_by_weight = 1
end

# What is mixed in may stand in no source.
class Pallet < ApplicationRecord
  include Rails.configuration.stacking

  def load_up
    stack_by_weight # want: probable-call Pallet.load_up -> Stackable.stack_by_weight
  end
end
