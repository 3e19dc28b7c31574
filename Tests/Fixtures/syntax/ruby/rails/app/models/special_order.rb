class SpecialOrder < Order # want: table define orders in SpecialOrder
end
