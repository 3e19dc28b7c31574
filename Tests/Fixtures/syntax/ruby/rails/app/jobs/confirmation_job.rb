class ConfirmationJob < ApplicationJob
  queue_as :mailers # want: queue read mailers in ConfirmationJob

  def perform(order)
    order.line_items_total_of_all # want: !call ConfirmationJob.perform -> Order.line_items
    ConfirmationJob.perform_later(order) # want: queue write mailers in ConfirmationJob.perform
  end
end
