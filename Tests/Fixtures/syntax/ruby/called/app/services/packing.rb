class Packing
  def pack(line_items, options)
    # One of several is called after them, whatever it is called itself.
    line_items.each { |x| x.weigh } # want: probable-call Packing.pack -> Shop.LineItem.weigh
    line_items.heavy.first # want: probable-call Packing.pack -> Shop.LineItem.heavy
    options.weigh # want: !probable-call Packing.pack -> Shop.Order.weigh
  end

  def chain(order)
    # What is made of a guess is as doubtful.
    order.line_items.each do |item| # want: probable-call Packing.chain -> Shop.Order.line_items
      item.weigh # want: probable-call Packing.chain -> Shop.LineItem.weigh
    end
  end

  def fold(lines)
    lines.inject(0) { |sum, line_item| sum + line_item.weigh } # want: probable-call Packing.fold -> Shop.LineItem.weigh
  end

  def new_order = Registry.lookup("new")

  def last_words
    # By the last words of a name, and by the name of a method.
    new_order.settle(nil) # want: probable-call Packing.last_words -> Shop.Order.settle
    Registry.current_order.weigh # want: probable-call Packing.last_words -> Shop.Order.weigh
  end

  def kinds
    Registry.line_item_class.new.weigh # want: probable-call Packing.kinds -> Shop.LineItem.weigh
    order_class = Registry.lookup("order")
    order_class.settle # want: !probable-call Packing.kinds -> Shop.Order.settle
  end

  def captions(columns)
    # By the last words of classes, where one is above the others.
    columns.map { |column| column.caption } # want: probable-call Packing.captions -> OrderColumn.caption
  end

  def documents(document)
    document.scroll # want: probable-call Packing.documents -> Screen.Document.scroll
    document.print_out # want: !probable-call Packing.documents -> Screen.Document.print_out
    # want: !probable-call Packing.documents -> Paper.Document.print_out
  end

  def library(order)
    order[:total].size
    order.missing_in_all
  end
end
