module Audited
  def audit
    log(1)
  end

  def self.included(base)
    base.extend ClassMethods
  end

  module ClassMethods
    def audited; end
  end
end

module Countable
  def total; end
end

class Base
  attr_accessor :name # want: declare field Base.name definition

  def self.build(name)
    new(name) # want: call Base.build -> Base.initialize
  end

  def initialize(name)
    @name = name # want: declare field Base.@name definition
  end

  def audit; end
  def describe; end
end

class Order < Base
  include Audited # want: inherit Order -> Audited
  extend Countable # want: inherit Order -> Countable

  STATES = {} # want: declare constant Order.STATES definition mutableState
  @@count = 0 # want: declare field Order.@@count definition mutableState

  class << self
    def find_all; end # want: declare method Order.find_all definition
    attr_reader :cache
  end

  def find_all; end

  def describe
    super # want: call Order.describe -> Base.describe
    audit # want: call Order.describe -> Audited.audit
    self.name = "x" # want: call Order.describe -> Base.name
    self.class.find_all # want: call Order.describe -> Order.find_all #members.rb#Order.find_all.
    find_all # want: call Order.describe -> Order.find_all #members.rb#Order.find_all
    STATES[:a] = 1
    STATES.store(:b, 2) # want: global-read Order.describe -> Order.STATES
    @@count += 1 # want: global-write Order.describe -> Order.@@count
  end

  def line
    @line ||= Line.new # want: call Order.line -> Line
  end

  def copy
    line.price # want: call Order.copy -> Line.price
    @line.price # want: call Order.copy -> Line.price
    @line # want: field Order.copy -> Order.@line
    other = Line.new
    other.price # want: call Order.copy -> Line.price
    [other].each { |one| one.unknown_thing }
    Line.new.tap { |fresh| fresh.price } # want: call Order.copy -> Line.price
    Order.total # want: call Order.copy -> Countable.total
    Order.audited # want: call Order.copy -> Audited.ClassMethods.audited
    Order.build("a").describe # want: call Order.copy -> Base.build
    method(:line)
    [1].map(&method(:line)) # want: address Order.copy -> Order.line
  end

  alias duplicate copy # want: call Order -> Order.copy
  alias_method :twin, :copy # want: call Order -> Order.copy
  define_method(:shown) { line } # want: call Order.shown -> Order.line
  private def hidden; end # want: declare method Order.hidden definition
end

class Line
  def price; end
  def price_with_discount; end
end

def stranger(thing)
  thing.price # want: !call stranger -> Line.price
  thing.price_with_discount # want: probable-call stranger -> Line.price_with_discount
  thing.each { |order| order.describe } # want: !call stranger -> Order.describe
  case thing
  when Line then thing # want: type stranger -> Line
  end
  begin
    helper # want: call stranger -> helper
  rescue Failure => error
    error.reason # want: call stranger -> Failure.reason
  end
end

def helper; end

class Failure < StandardError
  def reason; end
end

module Math2
  module_function

  def square(x) = x * x
end

Math2.square(2) # want: call - -> Math2.square

module Self
  extend self

  def run; end
end

Self.run # want: call - -> Self.run
Order.prepend Late # want: inherit - -> Late

module Late
  def late_only; end
end

class User
  def go
    Order.new("x").late_only # want: call User.go -> Late.late_only
    undefined_local
    x = x # a name that is its own value
    x.price # want: !call User.go -> Line.price
  end
end
