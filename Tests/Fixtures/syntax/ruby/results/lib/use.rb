class Use
  def go(thing, flag)
    Shop::Order.cheapest.total # want: call Use.go -> Shop.Order.total
    Shop::Order.either.buyer # want: call Use.go -> Shop.Order.buyer
    thing.greet_politely # want: probable-call Use.go -> Shop.Buyer.greet_politely
    thing.each.greet_politely # want: probable-call Use.go -> Shop.Buyer.greet_politely
    one = flag ? Shop::Order.first : nil
    one.total # want: call Use.go -> Shop.Order.total
    other = (flag && Shop::Buyer.first)
    other.famous # want: call Use.go -> Shop.Buyer.famous
    @one = nil
    @one = Shop::Order.latest
  end

  def open(thing, flag)
    thing.total # want: !call Use.open -> Shop.Order.total
    thing.update_all # want: !probable-call Use.open -> Use.update_all
    two = if flag then Shop::Buyer.first else Shop::Order.first end
    two.famous # want: !call Use.open -> Shop.Buyer.famous
    @two.famous
    _1.famous
  end

  def later
    @one.total # want: call Use.later -> Shop.Order.total
  end

  def set(order)
    @two = order
    @two = Shop::Order.first
    @two = Shop::Buyer.first
    order = Shop::Order.first if flagged?
    @three = order
    @three.total # want: call Use.set -> Shop.Order.total
  end

  def update_all; end
  def flagged?; end
end
