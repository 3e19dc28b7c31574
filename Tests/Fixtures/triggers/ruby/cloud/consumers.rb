require "karafka"

# want: stream -> OrdersConsumer.consume
# want: total 1
class OrdersConsumer < ApplicationConsumer
  def consume
  end
end

class Plain
  def consume
  end
end
