# What a method hands to its block.
class ParcelMapper
  def parcel(name) = name
end

class ParcelMap
  class << self
    def map
      mapper = ParcelMapper.new
      yield mapper
    end
  end

  def configure(&block)
    block.call(ParcelMapper.new)
  end

  def draw
    configure { |x| x.parcel(:a) } # want: call ParcelMap.draw -> ParcelMapper.parcel
  end
end

class Drawing
  def draw
    ParcelMap.map do |map| # want: call Drawing.draw -> ParcelMap.map
      map.parcel(:a) # want: call Drawing.draw -> ParcelMapper.parcel
    end
    ParcelMap.new.configure { |x| x.parcel(:b) }
  end
end
