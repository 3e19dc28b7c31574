# Constants by lexical scope first, then by ancestors of the innermost, then at the top.
class Entry # want: declare type Entry definition
  def title; end
end

module Shop
  LIMIT = 10 # want: declare constant Shop.LIMIT definition

  class Base
    KIND = "base"
    class Entry; end # want: declare type Shop.Base.Entry definition
    class Only; end
  end

  class Entry
    def title; end
  end

  class Cart < Base # want: inherit Shop -> Shop.Base
    def add
      Entry.new # want: call Shop.Cart.add -> Shop.Entry
      Only.new # want: call Shop.Cart.add -> Shop.Base.Only
      ::Entry.new # want: call Shop.Cart.add -> Entry
      Base::Entry.new # want: call Shop.Cart.add -> Shop.Base.Entry
      Cart::KIND # want: field Shop.Cart.add -> Shop.Base.KIND
      LIMIT # want: field Shop.Cart.add -> Shop.LIMIT
      Shop::LIMIT # want: field Shop.Cart.add -> Shop.LIMIT
      Nokogiri::XML # want: !type Shop.Cart.add -> XML
    end
  end
end
