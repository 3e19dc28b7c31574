require "json" # want: import-external json
require "shop/cart" # want: import shop/cart -> lib/shop/cart.rb
require_relative "shop/line" # want: import shop/line -> lib/shop/line.rb
require "shop/absent" # want: import-missing shop/absent
autoload :Late, "shop/late" # want: import shop/late -> lib/shop/late.rb for late
require File.expand_path("../shop/cart", __FILE__) # want: import shop/cart -> lib/shop/cart.rb
require name # a path that only running tells
