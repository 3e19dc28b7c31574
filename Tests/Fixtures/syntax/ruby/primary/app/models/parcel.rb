class Parcel < ApplicationRecord # want: table define parcels in Parcel
  def self.waiting
    where(sent: false) # want: table read parcels in Parcel.waiting
  end

  def self.forget
    delete_all # want: table write parcels in Parcel.forget
  end
end
