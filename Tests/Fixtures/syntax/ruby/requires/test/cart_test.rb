require "test_helper" # want: import test_helper -> test/test_helper.rb
