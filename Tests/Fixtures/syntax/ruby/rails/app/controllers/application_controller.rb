class ApplicationController < ActionController::Base
  before_action :require_login # want: address ApplicationController -> ApplicationController.require_login

  def require_login; end
end
