# want: direct -> run rule=ruby.lambda.name
# want: !direct -> log
# want: total 1
def run(event:, context:)
  log(event, context)
end

def log(event, context)
  puts event
end
