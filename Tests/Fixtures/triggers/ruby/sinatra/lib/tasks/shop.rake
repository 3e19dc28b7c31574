# want: implied cli -> cli close
# want: total 1
task :close do
  puts "task :text"
end
