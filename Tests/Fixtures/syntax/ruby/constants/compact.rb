# The constants of `Shop` are no names inside of `class Shop::…`.
class Shop::Report < Shop::Base # want: inherit - -> Shop.Base @base.rb
  def build
    Entry.new # want: call Shop.Report.build -> Shop.Base.Entry @base.rb
    Only.new # want: call Shop.Report.build -> Shop.Base.Only
    Shop::Entry.new # want: call Shop.Report.build -> Shop.Entry
  end
end

class Shop::Plain # want: declare type Shop.Plain definition
  def build
    Entry.new.title # want: call Shop.Plain.build -> Entry.title @base.rb
    Missing.new # want: !call Shop.Plain.build -> Missing
  end
end

# Reopened, it is one type with what base.rb declares.
module Shop
  class Cart
    def clear
      add # want: call Shop.Cart.clear -> Shop.Cart.add @base.rb
      KIND # want: field Shop.Cart.clear -> Shop.Base.KIND
    end
  end
end

# Opening a class of the library makes none of the project.
class String
  def shout = upcase + "!"
end

class ::Rooted; end # want: declare type Rooted definition

Point = Struct.new(:x, :y) do # want: declare type Point definition
  def sum
    x + y # want: call Point.sum -> Point.x
  end
end
Failure = Class.new(Shop::Base) # want: inherit - -> Shop.Base
Alias = Shop::Entry
p Alias.new.title # want: call - -> Shop.Entry.title
s = String.new # want: !call - -> String
