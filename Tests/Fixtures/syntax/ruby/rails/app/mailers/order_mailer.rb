class OrderMailer < ActionMailer::Base
  def confirmation(order)
    @order = order
    mail(to: order.email)
  end
end
