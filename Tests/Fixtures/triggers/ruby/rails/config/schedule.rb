# want: schedule -> - period=10800
# want: schedule -> - period=86400
every 3.hours do
  runner "Orders.close"
end

every :day, at: '4:30 am' do
  rake "report"
end
