class OrderColumn
  def caption = "order"
end

class OrderDateColumn < OrderColumn
  def caption = "date"
end
