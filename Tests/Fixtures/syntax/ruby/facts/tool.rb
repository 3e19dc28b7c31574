#!/usr/bin/env ruby
# want: declare namespace tool.rb definition entryPoint
$verbose = false # want: declare variable $verbose definition mutableState

class Worker
  # @trigger schedule cron="0 3 * * *"
  def run # want: trigger schedule comment on Worker.run cron=0 3 * * *
    loop do # want: lifetime endless-loop - in Worker.run
      Thread.new { work } # want: lifetime thread-started Thread.new in Worker.run
      sleep 5 # want: lifetime slept sleep in Worker.run
    end
  end

  def work
    File.open("log", "w") { |f| f.puts 1 } # want: lifetime file-written File.open in Worker.work
    $verbose # want: global-read Worker.work -> $verbose
    db.execute("DELETE FROM old_rows " + "WHERE id > 1") # want: table write old_rows in Worker.work
    DB[:x].where("select nothing from us") # prose and fragments are no queries
    "a #{Worker.new.run} b" # want: call Worker.work -> Worker.run
  end
end
