# want: queue -> MailJob.perform source=mails
# want: queue -> Sender.perform
# want: total 2
class MailJob < ApplicationJob
  queue_as :mails

  def perform(order)
  end
end

class Sender
  include Sidekiq::Job

  def perform(id)
  end
end
