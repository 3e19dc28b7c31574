class HooksController < ApplicationController
  def paid; end
end
