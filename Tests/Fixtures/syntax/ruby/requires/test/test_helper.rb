require File.join(File.dirname(__FILE__), "../lib/shop") # want: import ../lib/shop -> lib/shop.rb
load "#{__dir__}/../lib/shop/line.rb" # want: import ../lib/shop/line.rb -> lib/shop/line.rb
